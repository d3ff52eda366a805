import type { RecordFact, Requirement, UnitFact, WorkCalendar } from '../../engine/index.js';
import { PlainCounty } from './plain-county.js';
import { plainUnits } from './plain-rows.js';
import { townJudge } from './town-cells.js';
import { villageJudge } from './village-cells.js';

/** Outcome and measured of cells in the order of the board. */
export interface CellValues {
  readonly outcome: Uint8Array;
  readonly measured: Float64Array;
}

/** The hand-written code judges what is asked of each village or each town alone. */
export function coveredBy({ subjects }: Requirement): boolean {
  return subjects.every((subject) => subject === 'each_town' || subject.startsWith('each_village'));
}

/** Days of the judging; the calendar is needed for workdays and the Spring Festival. */
export interface JudgedDay {
  readonly asOf: number;
  readonly start: number;
  readonly calendar: WorkCalendar;
}

/** Lays the records out as plain arrays (not measured) and gives back the loop over them (measured). */
export function handWritten(
  records: readonly RecordFact[],
  units: readonly UnitFact[],
  requirements: readonly Requirement[],
): (day: JudgedDay) => CellValues {
  const county = new PlainCounty(records, plainUnits(units));
  const [villages, towns] = [villageJudge(county), townJudge(county)];
  const ids = requirements.map(({ id }) => id);
  return (day) => {
    const [byVillage, byTown] = [villages(day), towns(day)];
    const judged = ids.flatMap((id) => byVillage.get(id) ?? byTown.get(id) ?? []);
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
