import { addMonths, formatDay, type Day } from '../../engine/index.js';
import { type County, reports, type Village } from './county.js';
import { quartersBetween } from './days.js';
import type { Home } from './homes.js';
import { staffName } from './names.js';
import { Random } from './random.js';

type Quarter = ReturnType<typeof quartersBetween>[number];

/** The three quarterly reports of every village: children, services, ledgers. */
export function addVillageReports(county: County, homes: readonly Home[]): void {
  const served = new Set(homes.flatMap((home) => home.serves.map((village) => village.unit.code)));
  const quarters = quartersBetween(county.start, county.last);
  for (const village of county.villages) {
    const random = new Random(`reports ${village.unit.code}`);
    const keeper = staffName(random);
    for (const quarter of quarters) {
      const on = reportDay(county, village, quarter, random);
      const missed = random.chance(village.manner.missedReport);
      if (missed || !reports(village, on)) continue;
      const report = { county, village, quarter, on, keeper, random };
      addChildren(report, served.has(village.unit.code));
      addServices(report);
      addLedgers(report);
    }
  }
}

interface Report {
  readonly county: County;
  readonly village: Village;
  readonly quarter: Quarter;
  readonly on: Day;
  readonly keeper: string;
  readonly random: Random;
}

/** Between the 15th and the 24th of the quarter's last month; the late ones up to three weeks later. */
function reportDay(county: County, { manner }: Village, { lastMonth }: Quarter, random: Random): Day {
  const late = random.chance(manner.lateReport) ? random.whole(3, 20) : 0;
  return Math.max(county.start + 3, addMonths(lastMonth, 0) + random.whole(14, 21) + late);
}

function enter(
  { county, village, on, random }: Report,
  type: string,
  fields: Readonly<Record<string, string | number | boolean | readonly string[]>>,
  evidence: readonly string[],
): void {
  const review = random.whole(village.manner.review[0], village.manner.review[1]);
  county.book.add({ type, unit: village.unit.code, day: on, after: 0, review, fields, evidence });
}

function addChildren(report: Report, isServed: boolean): void {
  const { village, quarter, keeper, random } = report;
  const { children, leftBehind, inDifficulty, orphans } = village;
  const both = Math.min(leftBehind, inDifficulty, random.whole(0, 1));
  const concerned = leftBehind + inDifficulty - both;
  // Now and then a letter of entrustment is still missing, or a child is not yet in the system.
  const entrusting = concerned > 0 && random.chance(village.manner.missedReport * 1.2) ? 1 : 0;
  const unentered = leftBehind > 0 && random.chance(village.manner.lateReport / 5) ? 1 : 0;
  const fields = {
    quarter: quarter.name,
    children_total: children,
    covered_children: isServed ? children : Math.floor(children * 0.7),
    left_behind: leftBehind,
    in_difficulty: inDifficulty,
    orphans,
    concerned,
    ...(concerned === 0 ? { none_concerned: true } : {}),
    with_guardian: concerned - entrusting,
    unguarded: 0,
    unregistered_left_behind: 0,
    in_system_left_behind: leftBehind - unentered,
    in_system_in_difficulty: inDifficulty,
    in_system_orphans: orphans,
    confirmed_by: keeper,
  };
  enter(report, 'child_stat', fields, random.chance(0.5) ? ['stat'] : ['stat', 'screenshot']);
}

function addServices(report: Report): void {
  const { village, quarter, keeper, random } = report;
  const due = village.leftBehind + village.inDifficulty;
  const short = due > 0 && random.chance(village.manner.lateReport / 6) ? random.whole(1, Math.min(3, due)) : 0;
  const some = (): number => random.whole(1, 3 + Math.ceil(due / 2));
  const fields = {
    quarter: quarter.name,
    visits_due: due,
    visits_done: due - short,
    ...(due === 0 ? { no_visits_due: true } : {}),
    guardianship_assessed: some(),
    counselling: some(),
    relationship: some(),
    support: some(),
    confirmed_by: keeper,
  };
  enter(report, 'service_stat', fields, ['ledger']);
}

function addLedgers(report: Report): void {
  const { village, random, on } = report;
  const fields = {
    ledgers: ['农村留守儿童', '困境儿童', '孤儿'],
    submitted_on: formatDay(on),
    change: random.chance(0.4) ? '有变化' : '核对无变化',
    rows: village.leftBehind + village.inDifficulty + village.orphans,
  };
  enter(report, 'ledger_submission', fields, ['ledger']);
}
