import type { FactsLayout, FieldValue, RecordFact, UnitFact, UnitKind } from '../../src/engine/index.js';
import { subjectUnits } from './aims.js';
import { Dice } from './dice.js';
import { aimed, randomDay, randomValue } from './random-values.js';
import { plusDays } from './time.js';

const BUREAUS = [
  '县民政局',
  '县公安局',
  '县财政局',
  '县教体局',
  '县卫健局',
  '县司法局',
  '县残联',
  '团县委',
  '县妇联',
  '县扶贫办',
];

export function randomUnits(dice: Dice, bureaus: readonly string[]): UnitFact[] {
  const unit = (code: string, shortName: string, kind: UnitKind, parentCode: string | null): UnitFact => ({
    code,
    shortName,
    kind,
    parentCode,
  });
  const names = [...new Set([...BUREAUS, ...bureaus])];
  const units = [unit('c', '县政府', 'county', null), ...names.map((name, i) => unit(`b${i}`, name, 'bureau', 'c'))];
  const towns = dice.int(2, 3);
  for (let t = 0; t < towns; t += 1) units.push(unit(`t${t}`, `镇${t}`, t === 1 ? 'street' : 'town', 'c'));
  const villages = dice.int(5, 8);
  for (let v = 0; v < villages; v += 1) {
    units.push(unit(`v${v}`, `村${v}`, dice.chance(25) ? 'community' : 'village', `t${v % towns}`));
  }
  return units;
}

const HOME_TYPES = ['儿童之家', '区域性儿童之家', '其他就近场所'];

/** Posts, places and papers: many rules read them, each only a few. */
const FREQUENT = ['document', 'document', 'document', 'facility', 'staff', 'ledger_submission', 'training'];

const existsOn = ({ from, to }: UnitFact, day: string) =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

export interface TypeWithOwners {
  readonly id: string;
  readonly owners: readonly string[];
  readonly evidence: readonly string[];
}

/** Records aimed at the rules' own conditions, with days around the as-of days. */
export function randomRecords(
  dice: Dice,
  layout: FactsLayout,
  owners: readonly TypeWithOwners[],
  aims: ReadonlyMap<string, readonly Record<string, unknown>[]>,
  count: number,
): RecordFact[] {
  const records: RecordFact[] = [];
  const ids = new Map<string, number[]>();
  const homesFirst = [...layout.recordTypes].sort((a, b) => Number(b.id === 'facility') - Number(a.id === 'facility'));
  for (let id = 1; id <= count; id += 1) {
    const drawn = dice.chance(40) ? dice.pick(FREQUENT) : null;
    const type = id <= 25 ? homesFirst[0]! : (homesFirst.find((entry) => entry.id === drawn) ?? dice.pick(homesFirst));
    const aim = dice.pick(aims.get(type.id) ?? [{}]);
    const written = owners.find((entry) => entry.id === type.id);
    const early = type.untilField !== undefined && dice.chance(60);
    const day = early ? plusDays('2022-06-01', dice.int(0, 700)) : randomDay(dice);
    const here = { ...layout, units: layout.units.filter((entry) => existsOn(entry, day)) };
    const mayOwn = here.units.filter(({ kind }) => written?.owners.includes(kind) ?? kind === 'county');
    const judged = subjectUnits({ ...here, units: mayOwn }, (aim['subjects'] as string[] | undefined) ?? []);
    const unit = dice.pick(judged.length > 0 && dice.chance(75) ? judged : mayOwn);
    const where = { ...(aim['wants'] as object | undefined), ...(aim['where'] as object | undefined) } as Record<
      string,
      unknown
    >;
    const fields: Record<string, FieldValue> = {};
    for (const spec of type.fields) {
      const value = randomValue({ dice, layout: here, unit, day, ids }, spec, spec.id === type.dayField);
      fields[spec.id] = aimed(dice, here, spec, where[spec.id], value);
    }
    const files = (aim['attachments'] as string[] | undefined) ?? [];
    const evidence = dice.chance(80)
      ? [...new Set([...files, dice.pick(written?.evidence ?? layout.evidenceTypes)])]
      : [];
    const state = dice.chance(84) ? 'approved' : dice.pick(['pending', 'returned', 'withdrawn'] as const);
    const submittedOn = plusDays(day, dice.pick([0, 0, 0, 1, 5, 15, 16, 40, 100]));
    records.push({
      id,
      type: type.id,
      unit: unit.code,
      fields,
      evidence,
      state,
      submittedOn,
      approvedOn: state === 'approved' ? submittedOn : null,
    });
    if (HOME_TYPES.includes(String(fields['facility_type']))) ids.set('home', [...(ids.get('home') ?? []), id]);
    ids.set(type.id, [...(ids.get(type.id) ?? []), id]);
  }
  for (const unit of layout.units.filter(() => dice.chance(25))) {
    if (unit.kind !== 'village' && unit.kind !== 'community') continue;
    const last = randomDay(dice);
    if (!existsOn(unit, last)) continue;
    records.push(...weekly(dice, records.length + 1, unit.code, last));
    const counted = ['2022-Q4', '2023-Q4', '2024-Q4'].filter((quarter) =>
      existsOn(unit, `${quarter.slice(0, 4)}-12-20`),
    );
    const quarters = counted.map((quarter, i): RecordFact => ({
      id: records.length + 1 + i,
      type: 'child_stat',
      unit: unit.code,
      fields: { quarter, children_total: dice.pick([99, 100, 101]) },
      evidence: ['stat'],
      state: 'approved',
      submittedOn: `${quarter.slice(0, 4)}-12-20`,
      approvedOn: null,
    }));
    records.push(...quarters);
  }
  return records;
}

/** Twice a week for half a year before a day, with a week now and then that falls short or waits for review. */
function weekly(dice: Dice, firstId: number, unit: string, last: string): RecordFact[] {
  const gaps = dice.pick([0, 4, 15, 40]);
  const found: RecordFact[] = [];
  for (let back = 0; back < 182; back += 3) {
    if (dice.chance(gaps)) continue;
    const date = plusDays(last, -back);
    const state = dice.chance(gaps / 2) ? 'pending' : 'approved';
    found.push({
      id: firstId + found.length,
      type: 'activity',
      unit,
      fields: { date },
      evidence: [],
      state,
      submittedOn: date,
      approvedOn: null,
    });
  }
  return found;
}
