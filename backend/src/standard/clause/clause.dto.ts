import { z } from 'zod';
import { OUTCOMES, REASONS } from '../../engine/index.js';
import { requirementSchema, responsibilitySchema } from '../standard.dto.js';
import { READING_KINDS } from '../variants/effect.js';

const nullableNumber = z.number().nullable();

const exampleRecordSchema = z
  .object({
    type: z.string(),
    typeLabel: z.string(),
    /** Units that own a copy each; empty: the judged unit. */
    units: z.array(z.string()),
    day: z.string().nullable(),
    /** Set when the line stands for several records: 从 … 到 … 每月 1 次. */
    repeat: z.string().nullable(),
    /** Label by which other records name this one. */
    as: z.string().nullable(),
    fields: z.array(z.object({ id: z.string(), label: z.string(), text: z.string() })),
    evidence: z.array(z.string()),
    review: z.enum(['approved', 'pending', 'returned']),
    reviewLabel: z.string(),
    submittedOn: z.string().nullable(),
    approvedOn: z.string().nullable(),
    /** Later changes, one phrase each. */
    revisions: z.array(z.string()),
  })
  .meta({ id: 'ExampleRecord' });

const exampleSchema = z
  .object({
    title: z.string(),
    shows: z.enum(['met', 'short', 'missing', 'boundary', 'other']),
    showsLabel: z.string(),
    asOf: z.string(),
    start: z.string().nullable(),
    unit: z.string().nullable(),
    /** Readings and parameters that the example chooses differently, in words. */
    choice: z.array(z.string()),
    records: z.array(exampleRecordSchema),
    expect: z.object({
      outcome: z.enum(OUTCOMES),
      outcomeLabel: z.string(),
      reason: z.enum(REASONS).nullable(),
      reasonLabel: z.string().nullable(),
      measured: nullableNumber,
      of: nullableNumber,
      required: nullableNumber,
      shortfall: nullableNumber,
      due: z.string().nullable(),
    }),
  })
  .meta({ id: 'WorkedExample' });

const numberSchema = z
  .object({
    name: z.string(),
    unit: z.string(),
    says: z.string().nullable(),
    value: nullableNumber,
    use: z.string().nullable(),
    /** From-day → value, in the order of the days; those of the parameter where `use` names one. */
    values: z.record(z.string(), z.number()),
  })
  .meta({ id: 'DatedNumber' });

const readingSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    kind: z.enum(READING_KINDS),
    kindLabel: z.string(),
    default: z.int(),
    options: z.array(
      z.object({ option: z.int(), text: z.string(), isDefault: z.boolean(), effect: z.array(z.string()) }),
    ),
    note: z.string().nullable(),
    reason: z.string().nullable(),
    recorded: z.string().nullable(),
  })
  .meta({ id: 'ReadingDetail' });

export const clauseDetailSchema = z
  .object({
    id: z.string(),
    mark: z.string(),
    text: z.string(),
    project: z.string(),
    topic: z.string(),
    veto: z.boolean(),
    responsibility: responsibilitySchema,
    readings: z.array(readingSchema),
    requirements: z.array(
      requirementSchema
        .omit({ examples: true, numbers: true })
        .extend({ numbers: z.array(numberSchema), examples: z.array(exampleSchema) })
        .meta({ id: 'RequirementDetail' }),
    ),
  })
  .meta({ id: 'ClauseDetail' });

export type ClauseDetailDto = z.infer<typeof clauseDetailSchema>;
export type ReadingDetailDto = ClauseDetailDto['readings'][number];
export type ExampleDto = ClauseDetailDto['requirements'][number]['examples'][number];
export type ExampleRecordDto = ExampleDto['records'][number];
