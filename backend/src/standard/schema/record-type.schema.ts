import { z } from 'zod';
import { FIELD_TYPES, OWNER_KINDS } from '../standard.words.js';
import { amount, id, someTexts, strict, text, whole } from './parts.js';

const unitKind = z.enum(OWNER_KINDS);

const fieldType = z.enum(FIELD_TYPES);

/** One field of a record type, declared once for entry, import, export and the engine. */
const fieldSpec = strict({
  id,
  label: text,
  type: fieldType,
  required: z.boolean({ error: '写 true（必填）或 false（选填）' }),
  options: someTexts.optional(),
  granularity: z
    .array(z.enum(['month', 'quarter', 'year', 'schoolYear']))
    .min(1)
    .optional(),
  unit: text.optional(),
  min: amount.optional(),
  max: amount.optional(),
  maxLength: whole.optional(),
  unitKinds: z.array(unitKind).min(1).optional(),
  target: id.optional(),
  targetWhen: strict({ field: id, any: someTexts }).optional(),
  hint: text.optional(),
  showWhen: strict({ field: id, any: someTexts }).optional(),
  numbersExempt: z.boolean().optional(),
}).meta({ id: 'SeedField', description: '登记类型的一个字段' });

const level = z.enum(['town', 'bureau', 'office']);

const side = z.union([id, z.array(id).min(1)], { error: '写一个字段编号，或几个字段编号的列表（相加）' });

/** Two figures (or days) of one record: `left` is not more (not later) than `right`; a list is added up. */
const fieldCheck = strict({ left: side, op: z.literal('<='), right: side, message: text }).meta({
  id: 'SeedFieldCheck',
  description: '字段之间的核对：left 不大于 right，message 写给填报人看',
});

/** A whole file of `seeds/record-types/`. */
export const recordTypeFile = strict({
  id,
  label: text,
  group: text,
  note: z.string().default(''),
  owners: z.array(unitKind).min(1),
  dayField: id,
  untilField: id.optional(),
  kindField: id.optional(),
  titleFields: z.array(id).min(1),
  evidence: z.array(id),
  review: strict({ bureau: text, steps: z.partialRecord(unitKind, z.array(level).min(1)) }),
  fields: z.array(fieldSpec).min(1),
  checks: z.array(fieldCheck).optional(),
}).meta({ id: 'SeedRecordType', description: '登记类型' });
