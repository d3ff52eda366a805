/** Milliseconds of one contestant over all rounds. */
export interface Times {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** How often the contestants run, and whether garbage is collected before every counted or uncounted run. */
export interface RaceRules {
  readonly rounds: number;
  /** Rounds before those that count. */
  readonly warmUp: number;
  readonly collect: boolean;
}

/**
 * Lets the contestants run once each in every round, so that whatever else the machine does strikes all alike; answers
 * in the order given. Garbage is collected once before the first round. Collecting it before every run throws compiled
 * code away with it: only for contestants that load everything anew.
 */
export async function race(
  contestants: readonly (() => unknown)[],
  { rounds, warmUp, collect }: RaceRules,
): Promise<readonly Times[]> {
  const taken = contestants.map((): number[] => []);
  globalThis.gc?.();
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [at, run] of contestants.entries()) {
      if (collect) globalThis.gc?.();
      const from = performance.now();
      const answer = run();
      if (answer instanceof Promise) await answer;
      const to = performance.now();
      if (round >= 0) taken[at]?.push(to - from);
    }
  }
  return taken.map(timesOf);
}

function timesOf(taken: readonly number[]): Times {
  const sorted = [...taken].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
  return { median, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN, runs: sorted.length };
}
