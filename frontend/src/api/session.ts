import { request } from './client';
import type { Session, Settings, SettingsChange } from './types';

/** Signs in. 401 when name and password do not fit. */
export const signIn = (username: string, password: string) =>
  request<Session>('POST', '/session', { body: { username, password } });

/** Who is signed in; 401 when nobody is. */
export const fetchSession = () => request<Session>('GET', '/session');

export const signOut = () => request<null>('DELETE', '/session');

/** Changes the own password; the new one holds from the next sign-in on. */
export const changePassword = (current: string, next: string) =>
  request<Session | null>('POST', '/session/password', { body: { current, next } });

export const fetchSettings = () => request<Settings>('GET', '/settings');

/** Changes the settings that are named and leaves the others. */
export const saveSettings = (change: SettingsChange) => request<Settings>('PUT', '/settings', { body: change });
