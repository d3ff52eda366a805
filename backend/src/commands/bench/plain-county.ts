import type { RecordFact } from '../../engine/index.js';
import { byHome, byOwner, byServed, whileOpen } from './homes.js';
import { marks, names, picked, plainRows, type Dating, type PlainRows, type PlainUnits } from './plain-rows.js';

/** Where the day of each record type stands. */
const DATED = {
  activity: { day: 'date' },
  family_training: { day: 'date' },
  meeting: { day: 'date' },
  campaign: { day: 'date' },
  training: { day: 'date' },
  child_stat: { day: 'quarter' },
  service_stat: { day: 'quarter' },
  benefit_stat: { day: 'month' },
  indicator_value: { day: 'period' },
  zero_report: { day: 'month' },
  ledger_submission: { day: 'submitted_on' },
  funding: { day: 'paid_on' },
  case: { day: 'found_at' },
  hotline_call: { day: 'received_at' },
  incident: { day: 'occurred_on' },
  agency_service: { day: 'date' },
  staff: { day: 'start_on', until: 'end_on' },
  facility: { day: 'opened_on', until: 'closed_on' },
  document: { day: 'issue_date', until: 'valid_to' },
} as const satisfies Readonly<Record<string, Dating>>;

export type PlainType = keyof typeof DATED;
export type Picks = (record: RecordFact) => boolean;

/** The records of a county by type, ready to be laid out as plain arrays. */
export class PlainCounty {
  private readonly byType = new Map<string, RecordFact[]>();

  constructor(
    records: readonly RecordFact[],
    readonly units: PlainUnits,
  ) {
    for (const record of records) {
      const known = this.byType.get(record.type);
      if (known === undefined) this.byType.set(record.type, [record]);
      else known.push(record);
    }
  }

  of(type: string): readonly RecordFact[] {
    return this.byType.get(type) ?? [];
  }

  /** Rows of the units that own the records; `ends` names a further day that ends one. */
  own(type: PlainType, takes: Picks = () => true, ends?: string): PlainRows {
    const dating: Dating = { ...DATED[type], ...(ends === undefined ? {} : { ends }) };
    return plainRows(this.of(type).filter(takes), dating, byOwner(this.units));
  }

  /** Own rows of several types that are dated by the same field. */
  ownOf(types: readonly PlainType[], takes: Picks): PlainRows {
    const records = types.flatMap((type) => this.of(type)).filter(takes);
    return plainRows(records, DATED[types[0] ?? 'meeting'], byOwner(this.units));
  }

  /** Rows of the whole county, looked at by one office. */
  seenBy(office: string, type: PlainType, takes: Picks = () => true): PlainRows {
    const unit = this.units.offices.get(office) ?? -1;
    return plainRows(this.of(type).filter(takes), DATED[type], (record, day, until) => [{ record, unit, day, until }]);
  }

  /** Rows of the one unit that a field names. */
  pointed(type: PlainType, field: string, takes: Picks = () => true): PlainRows {
    return plainRows(this.of(type).filter(takes), DATED[type], (record, day, until) => {
      const unit = this.units.indexOf.get(String(record.fields[field] ?? ''));
      return unit === undefined ? [] : [{ record, unit, day, until }];
    });
  }

  /** Offices by their short names. */
  at(...names: readonly string[]): Int16Array {
    return Int16Array.from(names, (name) => this.units.offices.get(name) ?? -1);
  }

  /** An office, then all towns and streets, as they stand on the list. */
  withTowns(office: string): Int16Array {
    return Int16Array.of(...this.at(office), ...this.units.towns);
  }

  /** Rows of the villages whose home the records name. */
  home(type: PlainType, takes: Picks = () => true): PlainRows {
    const facilities = this.of('facility');
    const records = this.of(type).filter(takes);
    if (type === 'facility') return plainRows(records, DATED[type], byServed(this.units));
    const stays = type === 'staff';
    return plainRows(
      records,
      DATED[type],
      byHome(facilities, this.units, stays),
      stays ? undefined : whileOpen(facilities),
    );
  }

  /** Rows of the units that a field names: one each, or with the number that stands beside it. */
  named(type: PlainType, field: string, takes: Picks): PlainRows {
    return plainRows(this.of(type).filter(takes), DATED[type], (record, day, until) => {
      const value = record.fields[field];
      if (typeof value !== 'object' || value === null) return [];
      const codes = Array.isArray(value) ? value : Object.keys(value);
      return codes.flatMap((code) => {
        const unit = this.units.indexOf.get(code);
        return unit === undefined ? [] : [{ record, unit, day, until }];
      });
    });
  }

  picked(rows: PlainRows, type: PlainType, takes: Picks): PlainRows {
    return picked(rows, DATED[type], takes);
  }

  /** Own events, and which of them have the attachment. */
  proven(rows: PlainRows, attachment: string): { readonly rows: PlainRows; readonly proven: Uint8Array } {
    return { rows, proven: marks(rows, (record) => record.evidence.includes(attachment)) };
  }

  /** Rows in force, and which of them show all they should. */
  standing(rows: PlainRows, shows: Picks = () => true): { readonly rows: PlainRows; readonly whole: Uint8Array } {
    return { rows, whole: marks(rows, shows) };
  }
}

/** `is('role', '儿童主任')`: the field names one of the options. */
export function is(field: string, ...options: readonly string[]): Picks {
  return (record) => names(record, field, ...options);
}

/** `counts('paid', 1)`: the number is at least that. */
export function counts(field: string, least: number): Picks {
  return ({ fields }) => {
    const value = fields[field];
    return typeof value === 'number' && value >= least;
  };
}

/** Every one of the options is named. */
export function every(field: string, ...options: readonly string[]): Picks {
  return (record) => options.every((option) => names(record, field, option));
}

export function yes(field: string): Picks {
  return ({ fields }) => fields[field] === true;
}

export function filled(field: string): Picks {
  return ({ fields }) => String(fields[field] ?? '').trim() !== '';
}

export function both(...tests: readonly Picks[]): Picks {
  return (record) => tests.every((test) => test(record));
}
