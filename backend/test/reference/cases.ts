import type { CaseSource, RecordFact, Requirement, Rule, Selection, UnitFact } from '../../src/engine/index.js';
import { standingOf, worstStanding, type Look, type Standing } from './case-steps.js';
import { newest } from './measures.js';
import { candidates, known, num, originOf, reaches, selected, spanOf, text } from './records.js';
import { byMonth, entriesFor, monthsSince, proofOf, type Month, type Proof, type Sources } from './sheets.js';
import { periodAround, plusDays, plusMonths } from './time.js';
import type { Said } from './verdict.js';
import { parameter, type World } from './world.js';

type CaseRule = Extract<Rule, { kind: 'every_case_handled' }>;
type Cases = Extract<CaseSource, { type: 'cases' }>;
type Statistic = Extract<CaseSource, { type: 'statistic' }>;

/** Cases, or numbers of cases, by how they were handled. */
interface Tally {
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly waiting: number;
}

/** How one case stands; the worse of both rounds once it was opened again (0013). */
function caseStanding(look: Look, source: Cases): Standing {
  const { record, end } = look;
  const reopened = text(record, 'reopened_at');
  const outcome = text(record, 'outcome');
  const settled = source.outcomes === undefined || (outcome !== null && source.outcomes.includes(outcome));
  const last = source.steps.at(-1)!;
  // The outcome of a case that was opened again speaks of its second round.
  const first = source.steps.map((step) =>
    standingOf(look, source.steps, step, settled || step !== last || reopened !== null),
  );
  if (reopened === null || reopened > end) return worstStanding(first);
  // The last step, and repeats, have to be done again; the worse of both rounds is the case's.
  const second = source.steps
    .filter((step) => step === last || step.every !== undefined)
    .map((step) => standingOf({ ...look, after: reopened }, source.steps, step, settled || step !== last));
  return worstStanding([...first, ...second]);
}

function tallyCases(world: World, requirement: Requirement, source: Cases, unit: UnitFact, from: string): Tally {
  const tally = { onTime: 0, late: 0, overdue: 0, waiting: 0 };
  const end = `${world.asOf}T23:59`;
  const cases = candidates(world, source.of, unit).filter((record) => {
    const base = text(record, source.base);
    return (
      (record.state === 'approved' || record.state === 'pending') &&
      known(world, record, world.asOf) &&
      base !== null &&
      base <= end &&
      selected(world, source.of, record, () => NaN) &&
      reaches(world, source.of, record, unit)
    );
  });
  for (const record of cases) {
    const look: Look = { world, requirement, record, base: source.base, waiting: false, end, after: null };
    const waiting = record.state === 'pending';
    const standing = caseStanding({ ...look, waiting }, source);
    // A case opened again counts from then on; what is overdue never ages out.
    const reopened = text(record, 'reopened_at');
    const since = [text(record, source.base)!, ...(reopened !== null && reopened <= end ? [reopened] : [])]
      .sort()
      .at(-1)!;
    if (standing !== 'overdue' && since.slice(0, 10) < from) continue;
    // A case that waits proves nothing well; late or overdue it is at risk, so that no change hides it.
    if (waiting) tally.waiting += standing === 'late' || standing === 'overdue' ? 1 : 0;
    else if (standing === 'overdue') {
      const then = caseStanding({ ...look, waiting: true }, source);
      if (then === 'late' || then === 'overdue') tally[then] += 1;
      else tally.waiting += 1;
    } else if (standing !== 'open') tally[standing] += 1;
  }
  return tally;
}

/** The newest sheet of each month that lies whole in the last twelve months. */
function monthlySheets(
  world: World,
  source: Statistic,
  unit: UnitFact,
  from: string,
  to: string,
  waiting: boolean,
): RecordFact[] {
  const all = candidates(world, source.of, unit).filter((record) => {
    const span = spanOf(world, record);
    return (
      (record.state === 'approved' || (waiting && record.state === 'pending')) &&
      span !== null &&
      span.from >= from &&
      span.to <= to &&
      known(world, record, world.asOf) &&
      periodAround('month', span.from).to === span.to &&
      selected(world, source.of, record, () => NaN) &&
      reaches(world, source.of, record, unit)
    );
  });
  const months = new Set(all.map((record) => spanOf(world, record)!.from));
  return [...months].map((month) =>
    newest(
      all.filter((record) => spanOf(world, record)!.from === month),
      world,
    )!,
  );
}

/** A sheet proves its month by a number above zero or by its flag; an empty one proves nothing (0010). */
const says = (source: Statistic, sheet: RecordFact): boolean =>
  sheet.fields[source.zeroFlag] === true || (num(sheet, source.denominator) ?? 0) > 0;

function tallySheets(source: Statistic, sheets: readonly RecordFact[]): Tally {
  const counted = sheets.filter((sheet) => sheet.fields[source.zeroFlag] !== true);
  const all = counted.reduce((sum, sheet) => sum + (num(sheet, source.denominator) ?? 0), 0);
  const handled = counted.reduce(
    (sum, sheet) => sum + Math.min(num(sheet, source.numerator) ?? 0, num(sheet, source.denominator) ?? 0),
    0,
  );
  return { onTime: handled, late: all - handled, overdue: 0, waiting: 0 };
}

/** Every case of the last twelve months handled in time; the months without one proven by sheets. */
export function casesHandled(world: World, requirement: Requirement, rule: CaseRule, unit: UnitFact): Said {
  const { source } = rule;
  const from = plusDays(plusMonths(world.asOf, -parameter(world, 'case_window_months')), 1);
  const begun = periodAround('month', world.start).from;
  const months = monthsSince(world, from > begun ? from : begun);
  const tally =
    source.type === 'cases'
      ? tallyCases(world, requirement, source, unit, from)
      : tallySheets(source, monthlySheets(world, source, unit, from > begun ? from : begun, world.asOf, false));
  const sources = sourcesOf(world, rule, unit);
  const proofs = months.map((month) => proofOf(world, month, unit.code, sources));
  return settle(world, requirement, tally, proofs, months);
}

function sourcesOf(world: World, rule: CaseRule, unit: UnitFact): Sources {
  const { source, register } = rule;
  if (source.type === 'cases')
    return {
      register,
      entries: entriesFor(world, source.of, register),
      sees: (entry, code) =>
        isOwn(source.of) ? originOf(entry) === code : reaches(world, source.of, entry, { ...unit, code }),
    };
  const speaking = [false, true]
    .flatMap((waiting) => monthlySheets(world, source, unit, '0000-01-01', '9999-12-31', waiting))
    .filter((sheet) => says(source, sheet));
  return { register, entries: byMonth(world, speaking), sees: (entry, code) => originOf(entry) === code };
}

const isOwn = ({ from, unitField }: Selection): boolean => (from ?? 'own') === 'own' && unitField === undefined;

function settle(
  world: World,
  requirement: Requirement,
  tally: Tally,
  proofs: readonly Proof[],
  months: readonly Month[],
): Said {
  const of = tally.onTime + tally.late + tally.overdue + tally.waiting;
  const numbers = { measured: tally.onTime, of };
  const tooLate = tally.late * 100 > parameter(world, 'late_case_yellow_percent') * of;
  if (tally.overdue > 0 || tooLate) return { outcome: requirement.cap === 'atRisk' ? 'atRisk' : 'unmet', ...numbers };
  if (proofs.includes('missing')) return { outcome: 'noData' };
  if (tally.late > 0 || tally.waiting > 0 || proofs.includes('waiting')) return { outcome: 'atRisk', ...numbers };
  return of === 0 && months.length === 0 ? { outcome: 'notDue' } : { outcome: 'met', ...numbers };
}
