/** Days that fit beside day and rank in one double; who is later still, counts as this late. */
const LATEST = 4095;

/**
 * Positions in the order of day, then how many days later it was handed in, then record number, then as given: of two
 * sheets that speak of one day the one handed in later holds (decision 0010). Two sorts of plain numbers instead of one with a
 * comparison: a change of one record must not make the next answer wait for the order of fifty thousand.
 */
export function orderByDay(days: readonly number[], late: Int32Array, ids: Int32Array): Int32Array {
  const size = days.length;
  const byId = orderById(ids);
  const first = smallest(days);
  const keys = new Float64Array(size);
  for (let rank = 0; rank < size; rank += 1) {
    const at = byId === null ? rank : (byId[rank] ?? 0);
    const day = ((days[at] ?? 0) - first) * (LATEST + 1) + Math.min(Math.max(late[at] ?? 0, 0), LATEST);
    keys[rank] = day * size + rank;
  }
  keys.sort();
  const order = new Int32Array(size);
  for (let place = 0; place < size; place += 1) {
    const rank = (keys[place] ?? 0) % size;
    order[place] = byId === null ? rank : (byId[rank] ?? 0);
  }
  return order;
}

/** Positions in the order of the record numbers; null where they are in order as they stand. */
function orderById(ids: Int32Array): Int32Array | null {
  const size = ids.length;
  let ordered = true;
  for (let at = 1; at < size && ordered; at += 1) ordered = (ids[at] ?? 0) >= (ids[at - 1] ?? 0);
  if (ordered) return null;
  // Number and position share one double: 31 bits and as many as a county will ever have rows.
  const keys = new Float64Array(size);
  for (let at = 0; at < size; at += 1) keys[at] = (ids[at] ?? 0) * size + at;
  keys.sort();
  const order = new Int32Array(size);
  for (let rank = 0; rank < size; rank += 1) order[rank] = (keys[rank] ?? 0) % size;
  return order;
}

function smallest(values: readonly number[]): number {
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  return least;
}
