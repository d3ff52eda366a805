/** Milliseconds of one contestant over all rounds. */
export interface Times {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** One contestant: `times` counted runs in each turn, after `before` uncounted ones. */
export interface Contestant {
  readonly name: string;
  readonly before: number;
  readonly times: number;
  run(): unknown;
}

/**
 * Lets the contestants run in turn, `rounds` times each, garbage collected before every turn; answers in the order given.
 * The first `warmUp` rounds are not counted. A forced collection throws compiled code away: the uncounted runs of a turn
 * bring it back, for every contestant alike.
 */
export async function race(
  contestants: readonly Contestant[],
  rounds: number,
  warmUp: number,
): Promise<readonly Times[]> {
  const taken = contestants.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [at, { run, before, times }] of contestants.entries()) {
      globalThis.gc?.();
      for (let time = -before; time < times; time += 1) {
        const from = performance.now();
        await run();
        const to = performance.now();
        if (round >= 0 && time >= 0) taken[at]?.push(to - from);
      }
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
