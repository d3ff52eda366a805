import type {
  FactsLayout,
  FieldSpec,
  FieldValue,
  RecordFact,
  Requirement,
  UnitFact,
  UnitKind,
} from '../../src/engine/index.js';
import { plusDays } from './world.js';

/** A small seeded generator (mulberry32): the same seed gives the same county on every machine. */
export class Dice {
  constructor(private seed: number) {}
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
  chance(percent: number): boolean {
    return this.next() * 100 < percent;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }
}

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
const UNTIL = ['valid_to', 'closed_on', 'end_on', 'contract_to'];
/** Posts, places and papers: many rules read them, each only a few. */
const FREQUENT = ['document', 'document', 'document', 'facility', 'staff', 'ledger_submission', 'training'];
const EDGES = [
  '12-31',
  '01-01',
  '01-15',
  '01-16',
  '09-30',
  '10-01',
  '02-28',
  '03-31',
  '08-31',
  '09-01',
  '10-31',
  '06-30',
  '07-01',
  '12-09',
  '04-10',
];

/** Days at which verdicts turn: year ends, quarters, grace ends, 29 February; else any. */
export function randomDay(dice: Dice): string {
  if (dice.chance(4)) return '2024-02-29';
  const year = dice.pick([2023, 2024, 2024, 2025, 2025]);
  return dice.chance(50) ? `${year}-${dice.pick(EDGES)}` : plusDays(`${year}-01-01`, dice.int(0, 364));
}

function randomPeriod(dice: Dice, spec: FieldSpec, day: string): string {
  const year = Number(day.slice(0, 4));
  const granularity = dice.pick(spec.granularity ?? ['month']);
  if (granularity === 'year') return String(year);
  if (granularity === 'schoolYear')
    return `${year - dice.int(0, 1)}-${0}`.replace(/^(\d+)-0$/, (_, y) => `${y}-${Number(y) + 1}`);
  return granularity === 'quarter' ? `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` : day.slice(0, 7);
}

interface Draw {
  readonly dice: Dice;
  readonly layout: FactsLayout;
  readonly unit: UnitFact;
  readonly day: string;
  readonly ids: ReadonlyMap<string, readonly number[]>;
}

function randomValue({ dice, layout, day, ids }: Draw, spec: FieldSpec, dated: boolean): FieldValue {
  const ends = UNTIL.includes(spec.id);
  if (!dated && !spec.required && dice.chance(ends ? 65 : 35)) return null;
  const eligible = layout.units.filter((u) => spec.unitKinds?.includes(u.kind) ?? true).map((u) => u.code);
  const some = <T>(list: readonly T[], percent: number): T[] => list.filter(() => dice.chance(percent));
  const near = dated ? day : plusDays(day, dice.pick([0, 1, 7, 30, 31, 60, 200, 400]));
  switch (spec.type) {
    case 'day':
      return near;
    case 'instant':
      return `${near}T${String(dice.int(0, 23)).padStart(2, '0')}:${dice.pick(['00', '30', '59'])}`;
    case 'period':
      return randomPeriod(dice, spec, day);
    case 'flag':
      return dice.chance(50);
    case 'choice':
      return dice.pick(spec.options ?? ['x']);
    case 'choices':
      return some(spec.options ?? [], 50);
    case 'unit':
      return dice.pick(eligible);
    case 'units':
      return some(eligible, 60);
    case 'unitCounts':
      return Object.fromEntries(some(eligible, 60).map((code) => [code, dice.int(0, 3)]));
    case 'record': {
      const targets = ids.get(spec.id === 'home' ? 'home' : (spec.target ?? '')) ?? [];
      return targets.length === 0 ? null : dice.pick(targets);
    }
    case 'integer':
    case 'decimal':
    case 'money':
      return dice.pick([0, 1, 2, 3, 9, 10, 10, 19, 20, 65, 69, 70, 90, 95, 99, 100, 101]);
    default:
      return dice.chance(80) ? 'x' : '';
  }
}

/** The conditions that rules put on records of a type, so that records can be aimed at them. */
export function aimsOf(requirements: readonly Requirement[]): ReadonlyMap<string, readonly Record<string, unknown>[]> {
  const aims = new Map<string, Record<string, unknown>[]>();
  const walk = (node: unknown, subjects: readonly string[]): void => {
    if (node === null || typeof node !== 'object') return;
    const it = node as Record<string, unknown>;
    if (typeof it['record'] === 'string') {
      aims.set(it['record'], [
        ...(aims.get(it['record']) ?? []),
        { where: it['where'], wants: it['wants'], attachments: it['attachments'], subjects },
      ]);
    }
    if (Array.isArray(it['papers'])) {
      for (const paper of it['papers'] as Record<string, unknown>[]) {
        const where = { doc_type: { any: [paper['type']] }, ...(paper['where'] as object | undefined) };
        aims.set('document', [...(aims.get('document') ?? []), { where, wants: paper['wants'], subjects }]);
      }
    }
    for (const value of Object.values(it)) walk(value, subjects);
  };
  for (const requirement of requirements) walk(requirement.rule, requirement.subjects);
  return aims;
}

function aimed(dice: Dice, layout: FactsLayout, spec: FieldSpec, condition: unknown, value: FieldValue): FieldValue {
  if (condition === undefined || !dice.chance(88)) return value;
  const it = condition as Record<string, unknown>;
  const list = (it['all'] ?? it['any']) as readonly string[] | undefined;
  if (list !== undefined) {
    const code = (name: string) => layout.units.find((u) => u.shortName === name)?.code ?? name;
    if (spec.type === 'choice') return dice.pick(list);
    if (spec.type === 'choices') return 'all' in it ? [...list] : list.filter(() => dice.chance(70));
    return spec.type === 'unit' ? code(dice.pick(list)) : list.map(code);
  }
  if ('is' in it) return it['is'] as boolean;
  return 'min' in it ? dice.pick([0, 1, 69, 70, 100]) : value;
}

function ownerOf(dice: Dice, layout: FactsLayout, owners: readonly string[]): UnitFact {
  return dice.pick(layout.units.filter((unit) => owners.includes(unit.kind)));
}

function subjectUnits(layout: FactsLayout, subjects: readonly string[]): UnitFact[] {
  return layout.units.filter(
    ({ kind, shortName }) =>
      subjects.includes(`bureau:${shortName}`) ||
      (subjects.includes('county') && kind === 'county') ||
      (subjects.includes('each_town') && (kind === 'town' || kind === 'street')) ||
      (subjects.some((subject) => subject.startsWith('each_village')) && (kind === 'village' || kind === 'community')),
  );
}

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
    const judged = subjectUnits(layout, (aim['subjects'] as string[] | undefined) ?? []).filter(
      ({ kind }) => written?.owners.includes(kind) ?? true,
    );
    const unit =
      judged.length > 0 && dice.chance(75) ? dice.pick(judged) : ownerOf(dice, layout, written?.owners ?? ['county']);
    const early = type.untilField !== undefined && dice.chance(60);
    const day = early ? plusDays('2022-06-01', dice.int(0, 700)) : randomDay(dice);
    const where = { ...(aim['wants'] as object | undefined), ...(aim['where'] as object | undefined) } as Record<
      string,
      unknown
    >;
    const fields: Record<string, FieldValue> = {};
    for (const spec of type.fields) {
      const value = randomValue({ dice, layout, unit, day, ids }, spec, spec.id === type.dayField);
      fields[spec.id] = aimed(dice, layout, spec, where[spec.id], value);
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
    records.push(...weekly(dice, records.length + 1, unit.code, last));
    const quarters = ['2022-Q4', '2023-Q4', '2024-Q4'].map((quarter, i): RecordFact => ({
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
