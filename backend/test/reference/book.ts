/** Looks a thing up once for each object it hangs on; only facts about the object are kept, nothing of a verdict. */
export function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const kept = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let found = kept.get(key);
    if (found === undefined) {
      found = { value: make(key) };
      kept.set(key, found);
    }
    return found.value;
  };
}

export function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
