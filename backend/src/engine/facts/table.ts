import { parseDay } from '../days.js';
import { NO_DAY, NONE, type Day, type RecordFact, type ReviewState } from '../facts.types.js';
import { instantDay } from '../instants.js';
import type { RecordTypeSpec } from '../record-type.types.js';
import { createColumn, grown, growColumn, maskOf, writeColumn, type Column } from './column.js';

export const STATES = ['pending', 'approved', 'returned', 'withdrawn'] as const satisfies readonly ReviewState[];
export const PENDING = 0;
export const APPROVED = 1;

/** All records of one type, column by column. A row stays with its record for good; a change overwrites it. */
export class Table {
  /** Counts up with every change; the key of all that is derived from the table. */
  version = 0;
  length = 0;
  readonly columns = new Map<string, Column>();
  readonly rowOf = new Map<number, number>();
  id = new Int32Array(0);
  unit = new Int16Array(0);
  state = new Uint8Array(0);
  evidence = new Int32Array(0);
  submitted = new Int32Array(0);
  /** The day that dates the record; a period speaks from the day it was submitted, at the latest on its last day. */
  day = new Int32Array(0);
  /** Start of the record's period; the day itself for events. */
  from = new Int32Array(0);
  /** End of the record's period; the day itself for events. */
  to = new Int32Array(0);
  /** Last day in force; NO_DAY where open or where the type has none. */
  until = new Int32Array(0);
  readonly standing: boolean;

  constructor(readonly spec: RecordTypeSpec) {
    for (const field of spec.fields) this.columns.set(field.id, createColumn(field));
    this.standing = spec.untilField !== undefined;
  }

  /** Takes a record in, or replaces it by its number. */
  write(record: RecordFact, units: ReadonlyMap<string, number>, evidence: ReadonlyMap<string, number>): void {
    const row = this.rowOf.get(record.id) ?? this.append(record.id);
    this.unit[row] = units.get(record.unit) ?? NONE;
    this.state[row] = STATES.indexOf(record.state);
    this.evidence[row] = maskOf(record.evidence, evidence);
    this.submitted[row] = parseDay(record.submittedOn) ?? NO_DAY;
    for (const [field, column] of this.columns) writeColumn(column, row, record.fields[field], units);
    this.dateRow(row);
    this.version += 1;
  }

  /** The column of a field; none where no field is named, or one that the type lacks. */
  column(field: string | undefined): Column | undefined {
    return field === undefined ? undefined : this.columns.get(field);
  }

  private append(id: number): number {
    const row = this.length;
    if (row >= this.id.length) this.grow(Math.max(64, this.id.length * 2));
    this.length += 1;
    this.id[row] = id;
    this.rowOf.set(id, row);
    return row;
  }

  private grow(capacity: number): void {
    this.id = grown(this.id, new Int32Array(capacity));
    this.unit = grown(this.unit, new Int16Array(capacity));
    this.state = grown(this.state, new Uint8Array(capacity));
    this.evidence = grown(this.evidence, new Int32Array(capacity));
    this.submitted = grown(this.submitted, new Int32Array(capacity));
    this.day = grown(this.day, new Int32Array(capacity));
    this.from = grown(this.from, new Int32Array(capacity));
    this.to = grown(this.to, new Int32Array(capacity));
    this.until = grown(this.until, new Int32Array(capacity));
    for (const column of this.columns.values()) growColumn(column, capacity);
  }

  private dateRow(row: number): void {
    const column = this.column(this.spec.dayField);
    const from = startOf(column, row);
    const to = column?.kind === 'period' ? (column.to[row] ?? NO_DAY) : from;
    const submitted = this.submitted[row] ?? NO_DAY;
    this.from[row] = from;
    this.to[row] = to;
    // From and to are one day unless the record speaks of a period.
    this.day[row] = submitted === NO_DAY ? to : Math.min(to, Math.max(from, submitted));
    this.until[row] = startOf(this.column(this.spec.untilField), row);
  }
}

function startOf(column: Column | undefined, row: number): Day {
  switch (column?.kind) {
    case 'day':
      return column.values[row] ?? NO_DAY;
    case 'instant': {
      const instant = column.values[row] ?? NO_DAY;
      return instant === NO_DAY ? NO_DAY : instantDay(instant);
    }
    case 'period':
      return column.from[row] ?? NO_DAY;
    default:
      return NO_DAY;
  }
}
