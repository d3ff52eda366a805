import type { Times } from './timing.js';

/** What was measured, in milliseconds, and whether the limits hold. */
export interface BenchResult {
  readonly records: number;
  readonly cells: number;
  readonly requirements: number;
  /** Ids of requirements that the hand-written code does not judge; they are measured nowhere. */
  readonly left: readonly string[];
  readonly checksum: string;
  readonly milliseconds: {
    readonly engine: Times;
    readonly handWritten: Times;
    readonly find: Times;
  };
  readonly ratios: { readonly engineToHandWritten: number; readonly findToEngine: number };
  readonly limits: { readonly engineToHandWritten: number; readonly findToEngine: number };
  readonly passed: boolean;
}

const number = (value: number) => value.toFixed(value < 100 ? 2 : 0);

/** The result as lines of text. */
export function table(result: BenchResult): string {
  const { milliseconds, ratios, limits, cells, requirements, left } = result;
  const rows: readonly (readonly [string, Times])[] = [
    ['engine, warm columns', milliseconds.engine],
    ['hand-written loop', milliseconds.handWritten],
    ['TypeORM find() and loop', milliseconds.find],
  ];
  const line = (name: string, ...columns: readonly string[]) =>
    name.padEnd(26) + columns.map((column) => column.padStart(11)).join('');
  return [
    left.length === 0
      ? `${result.records} records; all three judge the whole county: ${requirements} requirements, ${cells} cells;`
      : `${result.records} records; all three judge ${requirements} requirements, ${cells} cells; left out: ${left.join(', ')};`,
    `checksum ${result.checksum}, the same for all three; engine and loop take turns run by run, warm; find by itself`,
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
