import type { RecordFact, Requirement, UnitFact, WorkCalendar } from '../../engine/index.js';
import { officeCases } from './office-cases.js';
import { officeMonths } from './office-months.js';
import { officePapers, officePlaces } from './office-papers.js';
import { officeValues } from './office-values.js';
import { officeCounts, officeItems, officeShares, officeSheets } from './office-years.js';
import { PlainCounty } from './plain-county.js';
import { plainUnits } from './plain-rows.js';
import { townJudge } from './town-cells.js';
import { vetoJudge } from './veto-cells.js';
import { villageJudge, type JudgeAll } from './village-cells.js';

/** Outcome and measured of cells in the order of the board. */
export interface CellValues {
  readonly outcome: Uint8Array;
  readonly measured: Float64Array;
}

/** Days of the judging; the calendar is needed for workdays and the Spring Festival. */
export interface JudgedDay {
  readonly asOf: number;
  readonly start: number;
  readonly calendar: WorkCalendar;
}

/** Ids of the requirements that the hand-written code judges. */
export function judgedByHand(
  records: readonly RecordFact[],
  units: readonly UnitFact[],
  day: JudgedDay,
): ReadonlySet<string> {
  return new Set(judgesOf(records, units).flatMap((judge) => [...judge(day).keys()]));
}

/** Lays the records out as plain arrays (not measured) and gives back the loop over them (measured). */
export function handWritten(
  records: readonly RecordFact[],
  units: readonly UnitFact[],
  requirements: readonly Requirement[],
): (day: JudgedDay) => CellValues {
  const judges = judgesOf(records, units);
  const ids = requirements.map(({ id }) => id);
  return (day) => {
    const rooms = judges.map((judge) => judge(day));
    const judged = ids.flatMap((id) => rooms.find((room) => room.has(id))?.get(id) ?? []);
    const length = judged.reduce((sum, { outcome }) => sum + outcome.length, 0);
    const values = { outcome: new Uint8Array(length), measured: new Float64Array(length) };
    let offset = 0;
    for (const { outcome, measured } of judged) {
      values.outcome.set(outcome, offset);
      values.measured.set(measured, offset);
      offset += outcome.length;
    }
    return values;
  };
}

function judgesOf(records: readonly RecordFact[], units: readonly UnitFact[]): readonly JudgeAll[] {
  const county = new PlainCounty(records, plainUnits(units));
  return [villageJudge(county), townJudge(county), vetoJudge(county), officeJudge(records, units)];
}

/** The county, its bureaus and towns by themselves: what they judge alone needs no place for a village. */
function officeJudge(records: readonly RecordFact[], units: readonly UnitFact[]): JudgeAll {
  const offices = units.filter(({ kind }) => kind !== 'village' && kind !== 'community');
  const county = new PlainCounty(records, plainUnits(offices));
  const parts = [
    officePapers(county),
    officePlaces(county),
    officeCounts(county),
    officeItems(county),
    officeShares(county),
    officeSheets(county),
    officeValues(county),
    officeCases(county),
    officeMonths(county),
  ];
  return (day) => new Map(parts.flatMap((judge) => [...judge(day)]));
}
