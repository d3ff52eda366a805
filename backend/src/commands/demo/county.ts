import type { Day, UnitFact } from '../../engine/index.js';
import { day } from './days.js';
import type { DemoBase } from './demo.types.js';
import { Random } from './random.js';
import { RecordBook } from './record-book.js';

/** First day of the invented campaign. */
export const DEMO_START = '2025-06-01';

/** How a town or street works. Shares are 0–1. */
export interface Manner {
  /** Chance that a home misses one of its two weekly activities. */
  readonly missedWeek: number;
  /** Chance that a village's quarterly report does not come. */
  readonly missedReport: number;
  /** Chance that a quarterly or monthly report comes late. */
  readonly lateReport: number;
  /** Share of villages that stopped reporting some months ago. */
  readonly silent: number;
  /** Share of villages that should have a home of their own and have none. */
  readonly noHome: number;
  /** Workdays a reviewer takes. */
  readonly review: readonly [number, number];
}

export interface Town {
  readonly unit: UnitFact;
  readonly manner: Manner;
  readonly villages: readonly Village[];
}

export interface Village {
  readonly unit: UnitFact;
  readonly town: UnitFact;
  readonly manner: Manner;
  /** Children under 18 who live here. */
  readonly children: number;
  readonly large: boolean;
  readonly leftBehind: number;
  readonly inDifficulty: number;
  readonly orphans: number;
  /** Day on which the reports stop; null: they go on. */
  readonly silentFrom: Day | null;
}

/** Everything the parts of the generator work on. */
export interface County {
  readonly unit: UnitFact;
  readonly towns: readonly Town[];
  readonly villages: readonly Village[];
  readonly book: RecordBook;
  readonly start: Day;
  /** Last day on which something was entered: the day before the demo's today. */
  readonly last: Day;
  readonly today: Day;
  /** Code of a unit by its short name. */
  code(shortName: string): string;
}

const GOOD: Manner = { missedWeek: 0.0004, missedReport: 0, lateReport: 0.03, silent: 0, noHome: 0, review: [1, 2] };
const FAIR: Manner = {
  missedWeek: 0.01,
  missedReport: 0.006,
  lateReport: 0.1,
  silent: 0,
  noHome: 0.02,
  review: [1, 4],
};
const BEHIND: Manner = {
  missedWeek: 0.09,
  missedReport: 0.04,
  lateReport: 0.3,
  silent: 0.06,
  noHome: 0.1,
  review: [3, 9],
};
const QUIET: Manner = {
  missedWeek: 0.04,
  missedReport: 0.02,
  lateReport: 0.2,
  silent: 0.3,
  noHome: 0.06,
  review: [3, 8],
};

const MANNERS: Readonly<Record<string, Manner>> = {
  历山街道: GOOD,
  南麻街道: GOOD,
  石桥镇: GOOD,
  悦庄镇: GOOD,
  燕崖镇: GOOD,
  中庄镇: BEHIND,
  大张庄镇: BEHIND,
  张家坡镇: QUIET,
};

/** The invented county before its first record. */
export function createCounty({ layout, today, calendar }: DemoBase): County {
  const start = day(DEMO_START);
  const last = day(today) - 1;
  const towns = layout.units
    .filter((unit) => unit.kind === 'town' || unit.kind === 'street')
    .map((unit) => townOf(unit, layout.units, last));
  const codes = new Map(layout.units.map((unit) => [unit.shortName, unit.code]));
  const [unit] = layout.units;
  if (unit === undefined) throw new RangeError('a county without units');
  return {
    unit,
    towns,
    villages: towns.flatMap((town) => town.villages),
    book: new RecordBook(start, last, calendar),
    start,
    last,
    today: last + 1,
    code: (shortName) => codes.get(shortName) ?? shortName,
  };
}

function townOf(unit: UnitFact, units: readonly UnitFact[], last: Day): Town {
  const manner = MANNERS[unit.shortName] ?? FAIR;
  const villages = units.filter((village) => village.parentCode === unit.code);
  return { unit, manner, villages: villages.map((village) => villageOf(village, unit, manner, last)) };
}

function villageOf(unit: UnitFact, town: UnitFact, manner: Manner, last: Day): Village {
  const random = new Random(`village ${unit.code}`);
  const large = random.chance(unit.kind === 'community' ? 0.9 : 0.58);
  // Right-skewed: most large villages stay near the threshold, a few have several hundred children.
  const children = large ? 102 + Math.floor(260 * random.next() ** 2.2) : random.whole(24, 94);
  // A few small villages have nobody to look after.
  const nobody = !large && random.chance(0.07);
  const leftBehind = nobody ? 0 : Math.round(children * (0.02 + 0.06 * random.next()));
  const inDifficulty = nobody ? 0 : Math.round(children * (0.01 + 0.03 * random.next()));
  const silentFrom = random.chance(manner.silent) ? last - random.whole(120, 230) : null;
  return {
    unit,
    town,
    manner,
    children,
    large,
    leftBehind,
    inDifficulty,
    orphans: !nobody && random.chance(0.12) ? random.whole(1, 2) : 0,
    silentFrom,
  };
}

/** Whether a village still reports on a day. */
export function reports({ silentFrom }: Village, on: Day): boolean {
  return silentFrom === null || on < silentFrom;
}
