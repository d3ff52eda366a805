import { defineStore } from 'pinia';
import { ref } from 'vue';
import { ApiError, changePassword, fetchSession, forgetScorecards, signIn, signOut, type Session } from '../api';

/** Who is signed in. `undefined` until asked for the first time. */
export const useSessionStore = defineStore('session', () => {
  const session = ref<Session | null | undefined>(undefined);

  async function load(): Promise<Session | null> {
    if (session.value !== undefined) return session.value;
    try {
      session.value = await fetchSession();
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
      session.value = null;
    }
    return session.value;
  }

  async function enter(username: string, password: string): Promise<Session> {
    session.value = await signIn(username, password);
    return session.value;
  }

  async function leave(): Promise<void> {
    try {
      await signOut();
    } finally {
      forget();
    }
  }

  async function renewPassword(current: string, next: string): Promise<void> {
    await changePassword(current, next);
    session.value = await fetchSession();
  }

  function forget(): void {
    session.value = null;
    forgetScorecards();
  }

  return { session, load, enter, leave, renewPassword, forget };
});
