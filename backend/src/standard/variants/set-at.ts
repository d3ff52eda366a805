type Step = string | number;

/** `rule.papers.0.type` → the way; list places become numbers. */
export function wayOf(path: string): readonly Step[] {
  return path.split('.').map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
}

/**
 * A copy of plain data in which the value at `way` is `next`; `undefined` takes it away. Missing objects on the way are
 * made when a value is set.
 * @returns null when the way leads nowhere: through a text or a number, past the end of a list, or to nothing to take away
 */
export function setAt(data: unknown, way: readonly Step[], next: unknown): { readonly data: unknown } | null {
  const [step, ...rest] = way;
  if (step === undefined) return next === undefined ? null : { data: next };
  if (Array.isArray(data)) return setInList(data, step, rest, next);
  if (typeof step === 'number') return null;
  if (data === undefined) return next === undefined ? null : nested(way, next);
  if (!isPlain(data)) return null;
  if (rest.length === 0 && next === undefined) {
    if (!(step in data)) return null;
    return { data: Object.fromEntries(Object.entries(data).filter(([key]) => key !== step)) };
  }
  const inner = setAt(data[step], rest, next);
  return inner === null ? null : { data: { ...data, [step]: inner.data } };
}

function setInList(list: readonly unknown[], step: Step, rest: readonly Step[], next: unknown) {
  const removed = rest.length === 0 && next === undefined;
  if (typeof step !== 'number' || step > list.length || (removed && step === list.length)) return null;
  if (removed) return { data: list.filter((_, index) => index !== step) };
  const inner = setAt(list[step], rest, next);
  return inner === null ? null : { data: [...list.slice(0, step), inner.data, ...list.slice(step + 1)] };
}

function nested(way: readonly Step[], next: unknown): { readonly data: unknown } | null {
  if (way.some((step) => typeof step === 'number')) return null;
  return { data: [...way].reverse().reduce<unknown>((inner, step) => ({ [step]: inner }), next) };
}

function isPlain(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
