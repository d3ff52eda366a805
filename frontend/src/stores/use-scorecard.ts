import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import {
  fetchExplanation,
  fetchProgress,
  fetchScorecard,
  type CellExplanation,
  type Scorecard,
  type UnitProgress,
} from '../api';

export interface Live<T> {
  readonly data: ShallowRef<T | null>;
  readonly error: ShallowRef<unknown>;
  readonly loading: ShallowRef<boolean>;
  readonly refresh: () => Promise<void>;
}

const EVERY = 5000;

/** Calls every five seconds and whenever the window comes back into focus, as long as the page is there. */
function askAgain(ask: () => void): void {
  const timer = window.setInterval(ask, EVERY);
  window.addEventListener('focus', ask);
  onScopeDispose(() => {
    window.clearInterval(timer);
    window.removeEventListener('focus', ask);
  });
}

/**
 * Keeps an answer fresh while it is on a page: asks again every five seconds while the page is visible, and when the
 * window comes back into focus. An unchanged answer costs a 304 and draws nothing. A failed refresh keeps what is shown.
 * `key` says what is asked for; null asks for nothing.
 */
export function useLive<T>(key: () => string | null, ask: () => Promise<T>): Live<T> {
  const data: ShallowRef<T | null> = shallowRef(null);
  const error: ShallowRef<unknown> = shallowRef(null);
  const loading = shallowRef(false);

  let waiting: string | null = null;

  async function refresh(): Promise<void> {
    const asked = key();
    if (asked === null) return;
    waiting = asked;
    loading.value = data.value === null;
    try {
      const answer = await ask();
      if (asked !== key()) return;
      data.value = answer;
      error.value = null;
    } catch (problem) {
      if (asked === key()) error.value = problem;
    } finally {
      if (waiting === asked) waiting = null;
      if (asked === key()) loading.value = false;
    }
  }

  watch(
    key,
    () => {
      data.value = null;
      error.value = null;
      void refresh();
    },
    { immediate: true },
  );
  const whenVisible = () => {
    // A slow server is not asked again while it still works on the same question.
    if (document.visibilityState === 'visible' && waiting !== key()) void refresh();
  };
  askAgain(whenVisible);
  return { data, error, loading, refresh };
}

type Source = () => string | null;
const keyOf = (parts: readonly (string | null)[]) =>
  parts.every((part) => part !== null && part !== '') ? parts.join('|') : null;

/** The live scorecard of a unit on a day. */
export const useScorecard = (unit: Source, asOf: Source): Live<Scorecard> =>
  useLive(
    () => keyOf([unit(), asOf()]),
    () => fetchScorecard(unit() ?? '', asOf() ?? ''),
  );

/** The live explanation of one cell. */
export const useExplanation = (unit: Source, requirement: Source, asOf: Source): Live<CellExplanation> =>
  useLive(
    () => keyOf([unit(), requirement(), asOf()]),
    () => fetchExplanation(unit() ?? '', requirement() ?? '', asOf() ?? ''),
  );

/** The live progress of one unit. */
export const useProgress = (unit: Source, asOf: Source): Live<UnitProgress> =>
  useLive(
    () => keyOf([unit(), asOf()]),
    () => fetchProgress(unit() ?? '', asOf() ?? ''),
  );
