/** Days that fit beside day and rank in one double; who is later still, counts as this late. */
const LATEST = 4095;

/**
 * Positions in the order of day, then how many days later it was handed in, then record number, then as given: of two
 * sheets that speak of one day the one handed in later holds (decision 0010). Two sorts of plain numbers instead of one with a
 * comparison: a change of one record must not make the next answer wait for the order of fifty thousand.
 */
export function orderByDay(days: readonly number[], late: Int32Array, ids: Int32Array): Int32Array {
  // Numbers are given as records come in, so most tables stand in their order.
  const byId = isAscending(ids) ? null : inOrder(Float64Array.from(ids));
  const first = smallest(days);
  const keys = new Float64Array(days.length);
  keys.forEach((_, rank) => {
    const at = byId === null ? rank : (byId[rank] ?? 0);
    keys[rank] = ((days[at] ?? 0) - first) * (LATEST + 1) + Math.min(Math.max(late[at] ?? 0, 0), LATEST);
  });
  const order = inOrder(keys);
  return byId === null ? order : order.map((rank) => byId[rank] ?? 0);
}

function isAscending(values: Int32Array): boolean {
  return values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0));
}

/** Positions in the order of their keys, which are whole and not negative; the same ones as given. Orders the keys in place. */
function inOrder(keys: Float64Array): Int32Array {
  const size = keys.length;
  // Key and position share one double: 31 bits, and as many as a county will ever have rows.
  keys.forEach((key, at) => (keys[at] = key * size + at));
  const order = new Int32Array(size);
  keys.sort().forEach((key, place) => (order[place] = key % size));
  return order;
}

function smallest(values: readonly number[]): number {
  let least = Infinity;
  for (const value of values) least = Math.min(least, value);
  return least;
}
