const MINUTE_MS = 60_000;
const MOST_ADDRESSES = 1000;

/**
 * Keeps a scanner from filling the disk: of one address at most 30 refusals a minute become entries; the next entry
 * says how many were left out before it.
 */
export class RefusalLimit {
  private readonly seen = new Map<string, { since: number; told: number; leftOut: number }>();

  constructor(private readonly most = 30) {}

  /** What the entry has to say beside the refusal; null: no entry. `now` in milliseconds. */
  admit(address: string, now: number): { readonly leftOutBefore?: number } | null {
    const state = this.stateOf(address);
    if (now - state.since >= MINUTE_MS) Object.assign(state, { since: now, told: 0 });
    if (state.told >= this.most) {
      state.leftOut += 1;
      return null;
    }
    state.told += 1;
    const leftOutBefore = state.leftOut;
    state.leftOut = 0;
    return leftOutBefore === 0 ? {} : { leftOutBefore };
  }

  private stateOf(address: string) {
    const known = this.seen.get(address) ?? { since: Number.NEGATIVE_INFINITY, told: 0, leftOut: 0 };
    this.seen.delete(address);
    this.seen.set(address, known);
    const oldest = this.seen.keys().next();
    if (this.seen.size > MOST_ADDRESSES && !oldest.done) this.seen.delete(oldest.value);
    return known;
  }
}
