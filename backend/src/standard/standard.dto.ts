import { z } from 'zod';
import { FIELD_TYPES, OWNER_KINDS } from './standard.words.js';

const numberSchema = z
  .object({
    name: z.string(),
    unit: z.string(),
    says: z.string().nullable(),
    value: z.number().nullable(),
    use: z.string().nullable(),
  })
  .meta({ id: 'RequirementNumber' });

export const requirementSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    basis: z.array(z.string()),
    subjects: z.array(z.string()),
    subjectText: z.string(),
    dataOwner: z.string(),
    strength: z.enum(['explicit', 'implied']),
    cap: z.enum(['none', 'atRisk']),
    kind: z.string(),
    kindLabel: z.string(),
    period: z.string(),
    numbers: z.array(numberSchema),
    evidence: z.array(z.object({ type: z.string(), name: z.string() })),
    ruleText: z.string(),
    recordTypes: z.array(z.string()),
    selfReported: z.boolean(),
    note: z.string().nullable(),
    examples: z.array(z.object({ title: z.string(), asOf: z.string(), outcome: z.string() })),
  })
  .meta({ id: 'StandardRequirement' });

const readingSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    options: z.array(z.string()),
    default: z.int(),
    note: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Reading' });

const clauseSchema = z
  .object({
    id: z.string(),
    mark: z.string(),
    text: z.string(),
    veto: z.boolean(),
    readings: z.array(readingSchema),
    requirements: z.array(requirementSchema),
  })
  .meta({ id: 'StandardClause' });

export const responsibilitySchema = z
  .object({
    lead: z.array(z.string()),
    responsible: z.array(z.string()),
    cell: z.enum(['own', 'continued']),
    printed: z.string(),
    continuedFrom: z.string().nullable(),
  })
  .meta({ id: 'Responsibility' });

const topicSchema = z
  .object({
    name: z.string(),
    order: z.int(),
    project: z.string(),
    printedTopic: z.string().nullable(),
    responsibility: responsibilitySchema,
    clauses: z.array(clauseSchema),
  })
  .meta({ id: 'StandardTopic' });

export const standardSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    version: z.string(),
    inForceFrom: z.string(),
    hash: z.string(),
    printedTitle: z.array(z.string()),
    printedColumns: z.array(z.string()),
    projects: z.array(z.object({ name: z.string(), topics: z.array(topicSchema) }).meta({ id: 'StandardProject' })),
    parameters: z.array(
      z
        .object({
          id: z.string(),
          label: z.string(),
          unit: z.string(),
          value: z.number().nullable(),
          values: z.record(z.string(), z.number()),
          meaning: z.string(),
          reason: z.string().nullable(),
        })
        .meta({ id: 'StandardParameter' }),
    ),
    evidenceTypes: z.array(z.object({ id: z.string(), label: z.string(), hint: z.string().nullable() })),
  })
  .meta({ id: 'Standard' });

const fieldSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    type: z.enum(FIELD_TYPES),
    required: z.boolean(),
    options: z.array(z.string()).optional(),
    granularity: z.array(z.enum(['month', 'quarter', 'year', 'schoolYear'])).optional(),
    unit: z.string().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    maxLength: z.int().optional(),
    unitKinds: z.array(z.enum(OWNER_KINDS)).optional(),
    target: z.string().optional(),
    targetWhen: z.object({ field: z.string(), any: z.array(z.string()) }).optional(),
    hint: z.string().optional(),
    showWhen: z.object({ field: z.string(), any: z.array(z.string()) }).optional(),
    numbersExempt: z.boolean().optional(),
  })
  .meta({ id: 'FieldSpec' });

export const recordTypeListSchema = z
  .object({
    recordTypes: z.array(
      z
        .object({
          id: z.string(),
          label: z.string(),
          group: z.string(),
          note: z.string(),
          owners: z.array(z.enum(OWNER_KINDS)),
          evidence: z.array(z.object({ id: z.string(), label: z.string() })),
          fields: z.array(fieldSchema),
          countsToward: z.array(z.string()),
          titleFields: z.array(z.string()),
          dayField: z.string(),
          untilField: z.string().nullable(),
        })
        .meta({ id: 'RecordType' }),
    ),
  })
  .meta({ id: 'RecordTypeList' });

export type StandardDto = z.infer<typeof standardSchema>;
export type TopicDto = z.infer<typeof topicSchema>;
export type ClauseDto = z.infer<typeof clauseSchema>;
export type RequirementDto = z.infer<typeof requirementSchema>;
export type RecordTypeListDto = z.infer<typeof recordTypeListSchema>;
