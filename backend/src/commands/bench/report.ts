import type { Times } from './timing.js';

/** What was measured, in milliseconds, and whether the limits hold. */
export interface BenchResult {
  readonly records: number;
  readonly cells: { readonly covered: number; readonly whole: number };
  readonly requirements: { readonly covered: number; readonly whole: number };
  readonly checksum: string;
  readonly milliseconds: {
    readonly engine: Times;
    readonly handWritten: Times;
    readonly find: Times;
    readonly wholeCounty: Times;
  };
  readonly ratios: { readonly engineToHandWritten: number; readonly findToEngine: number };
  readonly limits: { readonly engineToHandWritten: number; readonly findToEngine: number };
  readonly passed: boolean;
}

const number = (value: number) => value.toFixed(value < 100 ? 2 : 0);

/** The result as lines of text. */
export function table(result: BenchResult): string {
  const { milliseconds, ratios, limits, cells, requirements } = result;
  const rows: readonly (readonly [string, Times])[] = [
    ['engine, warm columns', milliseconds.engine],
    ['hand-written loop', milliseconds.handWritten],
    ['TypeORM find() and loop', milliseconds.find],
    ['engine, whole county', milliseconds.wholeCounty],
  ];
  const line = (name: string, ...columns: readonly string[]) =>
    name.padEnd(26) + columns.map((column) => column.padStart(11)).join('');
  return [
    `${result.records} records; ${requirements.covered} of ${requirements.whole} requirements, ${cells.covered} of ${cells.whole} cells are judged by all three;`,
    'the county, its bureaus and what towns share with the county are judged by the engine alone (last line).',
    `checksum ${result.checksum}, the same for all three; garbage collected before every turn, then some uncounted runs`,
    '',
    line('milliseconds', 'median', 'min', 'max', 'ratio', 'runs'),
    ...rows.map(([name, { median, min, max, runs }]) =>
      line(name, number(median), number(min), number(max), number(median / milliseconds.engine.median), String(runs)),
    ),
    '',
    `engine / hand-written ${number(ratios.engineToHandWritten)} (limit: at most ${limits.engineToHandWritten})`,
    `find / engine ${number(ratios.findToEngine)} (limit: at least ${limits.findToEngine})`,
    result.passed ? 'within the limits' : 'LIMIT MISSED',
  ].join('\n');
}
