import { caseOutcome, monthOf, monthsOf, provenMonths, zeroReports, type Months, type Tally } from './case-cells.js';
import { firstAt } from './counted-cells.js';
import type { Day } from './plain-clock.js';
import { both, is, type PlainCounty } from './plain-county.js';
import { marks, numbers, type PlainRows } from './plain-rows.js';
import { judgedFor } from './verdict-steps.js';
import type { JudgeAll } from './village-cells.js';

const INDICATORS = [
  ['4.4.2.a', '侵害儿童人身权利犯罪打击'],
  ['4.4.2.b', '组织胁迫诱骗儿童犯罪打击'],
  ['4.4.2.c', '利用儿童违法犯罪打击'],
] as const;

interface Statistic {
  readonly rows: PlainRows;
  readonly handled: Float64Array;
  readonly accepted: Float64Array;
  readonly none: Uint8Array;
}

/** Row of the latest sheet of each month of one office; -1 where there is none. */
function latestSheets({ rows }: Statistic, months: Months, unit: number, day: Day, waiting: boolean): Int32Array {
  const latest = new Int32Array(months.deadlines.length).fill(-1);
  const high = firstAt(rows.day, day.asOf + 1);
  for (let at = 0; at < high; at += 1) {
    const since = rows.waiting[at] ?? 0;
    const month = monthOf(months, rows.from[at] ?? 0);
    if (rows.unit[at] !== unit || month < 0 || (since > 0 && !waiting)) continue;
    if (since <= (months.deadlines[month] ?? 0)) latest[month] = at;
  }
  return latest;
}

/** 4.4.2: crimes handled of those accepted, month by month. */
export function officeMonths(county: PlainCounty): JudgeAll {
  const subjects = county.at('县公安局');
  const unit = subjects[0] ?? 0;
  const reports = zeroReports(county, '刑事打击');
  const statistics = INDICATORS.map(([id, indicator]) => {
    const rows = county.own('indicator_value', both(is('indicator', indicator), is('level', '本县')));
    const none = marks(rows, ({ fields }) => fields.none_eligible === true);
    const statistic: Statistic = {
      rows,
      handled: numbers(rows, 'numerator'),
      accepted: numbers(rows, 'denominator'),
      none,
    };
    return [id, statistic] as const;
  });
  return (day) => {
    const months = monthsOf(day);
    const proven = (waiting: boolean) => provenMonths(reports, months, county.units.count, day, waiting)[unit] ?? 0;
    const sheets = [proven(false), proven(true)] as const;
    return new Map(
      statistics.map(([id, statistic]) => {
        const cells = judgedFor(subjects);
        const { sums, handled, mask } = summed(statistic, latestSheets(statistic, months, unit, day, false));
        const hoped = summed(statistic, latestSheets(statistic, months, unit, day, true)).mask;
        const missing = months.expected & ~(mask | sheets[0]);
        const stillMissing = months.expected & ~(hoped | sheets[1]);
        cells.outcome[0] = caseOutcome(sums, 0, missing, stillMissing, months.expected);
        cells.measured[0] = handled;
        return [id, cells];
      }),
    );
  };
}

function summed({ handled, accepted, none }: Statistic, latest: Int32Array) {
  let [above, below, mask] = [0, 0, 0];
  for (let month = 0; month < latest.length; month += 1) {
    const at = latest[month] ?? -1;
    if (at < 0) continue;
    const all = none[at] === 1 ? 0 : (accepted[at] ?? 0);
    // A sheet without a number proves a month only where it says that there was nothing.
    if (none[at] === 1 || all > 0) mask |= 1 << month;
    below += all;
    above += Math.min(all, handled[at] ?? 0);
  }
  const nothing = new Int32Array(1);
  const sums: Tally = {
    onTime: Int32Array.of(above),
    late: Int32Array.of(below - above),
    open: nothing,
    overdue: nothing,
    waiting: nothing,
  };
  return { sums, handled: above, mask };
}
