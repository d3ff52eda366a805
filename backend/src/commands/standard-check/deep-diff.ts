/** One place where two values differ; `undefined` where one side has nothing. */
export interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Places where two plain values differ, objects key by key; lists of the same length item by item, others as a whole. */
export function deepDiff(before: unknown, after: unknown, path = ''): readonly Difference[] {
  const below = (step: string) => (path === '' ? step : `${path}.${step}`);
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, index) => deepDiff(item, after[index], below(String(index))));
  }
  if (isPlain(before) && isPlain(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => deepDiff(before[key], after[key], below(key)));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
