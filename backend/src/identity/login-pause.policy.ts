/** This many wrong passwords inside the window … */
export const WRONG_LIMIT = 5;
const WINDOW_MINUTES = 15;
/** … and the name rests this long after the last of them. */
const PAUSE_MINUTES = 15;
/** Older attempts can decide nothing any more. */
export const FORGET_MINUTES = WINDOW_MINUTES + PAUSE_MINUTES;

const MINUTE_MS = 60_000;

/** Whether a name rests. `newest`: instants of its last attempts without success, newest first; `now`: milliseconds. */
export function isPaused(newest: readonly string[], now: number): boolean {
  const times = newest.map(Date.parse);
  const last = times[0];
  const first = times[WRONG_LIMIT - 1];
  if (last === undefined || first === undefined) return false;
  return last - first <= WINDOW_MINUTES * MINUTE_MS && now - last < PAUSE_MINUTES * MINUTE_MS;
}
