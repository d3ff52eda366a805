/** Kinds of units that may own records; the order is that of the list of units. */
export const OWNER_KINDS = ['county', 'bureau', 'town', 'street', 'village', 'community'] as const;

/** Types of fields, as the engine knows them. */
export const FIELD_TYPES = [
  'text',
  'longText',
  'integer',
  'decimal',
  'money',
  'day',
  'instant',
  'period',
  'flag',
  'choice',
  'choices',
  'unit',
  'units',
  'unitCounts',
  'record',
] as const;
