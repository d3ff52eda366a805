import { addMonths, type Day, formatDay, parseDay, type PeriodGranularity } from '../../engine/index.js';
import type { ExampleRecord, RecordType } from '../standard.types.js';

type Repeat = NonNullable<ExampleRecord['repeat']>;
type Field = RecordType['fields'][number];

/** The record itself, or its copies: for each step from … to, `times` records on consecutive days. */
export function copiesOf(record: ExampleRecord, type: RecordType): readonly ExampleRecord[] {
  const { repeat } = record;
  if (repeat === undefined) return [record];
  const field = type.fields.find((entry) => entry.id === repeat.field);
  if (field === undefined) return [record];
  return stepDays(repeat).flatMap((first) =>
    Array.from({ length: repeat.times }, (_, index) => ({
      ...record,
      fields: { ...record.fields, [field.id]: valueOn(first + index, field, repeat, record) },
    })),
  );
}

/** First day of each step; months are counted from the start, so that the 31st does not drift. */
function stepDays(repeat: Repeat): readonly Day[] {
  const from = parseDay(repeat.from);
  const to = parseDay(repeat.to);
  if (from === null || to === null) return [];
  const days: Day[] = [];
  for (let index = 0; stepDay(from, repeat.step, index) <= to; index += 1) days.push(stepDay(from, repeat.step, index));
  return days;
}

const STEP_DAYS = { day: 1, week: 7 } as const;
const STEP_MONTHS = { month: 1, quarter: 3, year: 12 } as const;

function stepDay(from: Day, step: Repeat['step'], index: number): Day {
  return step === 'day' || step === 'week'
    ? from + STEP_DAYS[step] * index
    : addMonths(from, STEP_MONTHS[step] * index);
}

function valueOn(day: Day, field: Field, repeat: Repeat, record: ExampleRecord): string {
  if (field.type === 'day') return formatDay(day);
  if (field.type === 'instant') {
    const written = record.fields[field.id];
    const time = typeof written === 'string' ? written.slice(11) : '';
    return `${formatDay(day)}T${time === '' ? '09:00' : time}`;
  }
  return periodText(day, granularityFor(field, repeat.step));
}

function granularityFor(field: Field, step: Repeat['step']): PeriodGranularity {
  const allowed = field.granularity ?? [];
  const fitting = allowed.find((granularity) => granularity === step);
  return fitting ?? allowed[0] ?? 'month';
}

/** The period that contains the day, as it is written in a record. */
export function periodText(day: Day, granularity: PeriodGranularity): string {
  const [year = 0, month = 0] = formatDay(day).split('-').map(Number);
  switch (granularity) {
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return String(year);
    case 'schoolYear':
      return month >= 9 ? `${year}-${year + 1}` : `${year - 1}-${year}`;
  }
}
