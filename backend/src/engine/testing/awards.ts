import type { RecordTypeSpec } from '../record-type.types.js';
import type { Entry } from './county.js';

const optional = { label: '', required: false } as const;

/** A standing record that names units in every way there is: an award with its winners. */
export const AWARD: RecordTypeSpec = {
  id: 'award',
  label: 'award',
  fields: [
    { id: 'date', type: 'day', ...optional },
    { id: 'to', type: 'day', ...optional },
    { id: 'named', type: 'units', ...optional },
    { id: 'counts', type: 'unitCounts', ...optional },
    { id: 'town', type: 'unit', ...optional },
    { id: 'place', type: 'text', ...optional },
  ],
  dayField: 'date',
  untilField: 'to',
};

export const award = (fields: Entry['fields'], unit = 'v1'): Entry => ({
  type: 'award',
  unit,
  fields: { date: '2026-05-01', ...fields },
});
