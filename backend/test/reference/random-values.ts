import type { FactsLayout, FieldSpec, FieldValue, UnitFact } from '../../src/engine/index.js';
import { Dice } from './dice.js';
import { plusDays } from './time.js';

const UNTIL = ['valid_to', 'closed_on', 'end_on', 'contract_to'];

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

export function randomValue({ dice, layout, day, ids }: Draw, spec: FieldSpec, dated: boolean): FieldValue {
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

export function aimed(
  dice: Dice,
  layout: FactsLayout,
  spec: FieldSpec,
  condition: unknown,
  value: FieldValue,
): FieldValue {
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
