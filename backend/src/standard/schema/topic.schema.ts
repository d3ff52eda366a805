import { z } from 'zod';
import { datedValues, day, id, someTexts, strict, text, texts, whole, amount } from './parts.js';
import { rule } from './rule.schema.js';
import { subject } from './selection.schema.js';

const number = strict({
  unit: text,
  says: text.nullable(),
  values: datedValues.optional(),
  use: id.optional(),
})
  .refine((value) => (value.values === undefined) !== (value.use === undefined), {
    error: 'values（起用日和数字）和 use（公用参数的编号）写且只写一个',
  })
  .meta({ id: 'SeedNumber', description: '起作用的数字：原文的说法（says），原文没有的写 null' });

const reporting = z.discriminatedUnion('type', [
  strict({ type: z.literal('dayOfLastMonth'), day: whole }),
  strict({ type: z.literal('monthDay'), month: whole, day: whole }),
  strict({ type: z.literal('workdaysAfter'), days: whole }),
]);

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
  z.record(z.string(), z.number()),
]);

const repeat = strict({
  field: id,
  from: day,
  to: day,
  step: z.enum(['day', 'week', 'month', 'quarter', 'year']),
  times: whole.min(1).default(1),
});

const reviewState = z.enum(['approved', 'pending', 'returned']);

/** A later change of a record: from its day on these fields, files and states hold instead. */
const revision = strict({
  on: day,
  fields: z.record(id, value).optional(),
  evidence: z.array(id).optional(),
  review: reviewState.optional(),
  approvedOn: day.nullable().optional(),
  withdrawn: z.literal(true).optional(),
}).meta({ id: 'SeedExampleRevision', description: '这条登记后来的一次改动' });

export const exampleRecord = strict({
  type: id,
  unit: text.optional(),
  units: z.array(text).min(1).optional().meta({ description: '几个单位各一条；“石桥镇/*”是该镇每个村（社区）各一条' }),
  day: day.optional().meta({ description: '日期字段的简写' }),
  period: text.optional().meta({ description: '期字段的简写' }),
  fields: z.record(id, value).default({}),
  evidence: z.array(id).default([]),
  review: reviewState.default('approved'),
  recordedOn: day.optional().meta({ description: '录入日；不写为提交日' }),
  submittedOn: day.optional(),
  approvedOn: day.nullable().optional(),
  revisions: z.array(revision).min(1).optional(),
  as: id.optional(),
  repeat: repeat.optional(),
}).meta({ id: 'SeedExampleRecord', description: '例子里的一条登记' });

const example = strict({
  title: text,
  shows: z
    .enum(['met', 'short', 'missing', 'boundary', 'other'])
    .default('other')
    .meta({ description: '算例说明什么：达标、不足、缺失、界线（恰好与差一点），或其他' }),
  asOf: day,
  start: day.nullable(),
  unit: text.optional(),
  readings: z
    .record(text, whole)
    .optional()
    .meta({ description: '改选的读法：读法编号 → 选项序号（从 1 起），如 { 5.3.3.Q1: 2 }' }),
  parameters: z.record(id, datedValues).optional().meta({ description: '改用的公用参数：编号 → { 起用日: 数字 }' }),
  records: z.array(exampleRecord),
  expect: strict({
    outcome: z.enum(['met', 'atRisk', 'unmet', 'noData', 'notDue', 'notApplicable']),
    reason: text.optional(),
    measured: amount.nullable().optional(),
    of: amount.nullable().optional(),
    required: amount.nullable().optional(),
    shortfall: amount.nullable().optional(),
    due: day.nullable().optional(),
  }),
}).meta({ id: 'SeedExample', description: '例子：有这些登记，在这一天，应当判成什么' });

/** A requirement as written; a reading's change has to leave one that still fits. */
export const requirementSpec = strict({
  id: text,
  title: text,
  basis: someTexts,
  subjects: z.array(subject).min(1),
  dataOwner: text,
  strength: z.enum(['explicit', 'implied']),
  cap: z.enum(['none', 'atRisk']),
  reporting: reporting.optional(),
  numbers: z.record(id, number).default({}),
  rule,
  evidence: z.array(strict({ type: id, name: text })).min(1),
  note: text.optional(),
  selfReported: z.boolean().default(false),
  examples: z.array(example).default([]),
}).meta({ id: 'SeedRequirement', description: '检查点' });

/** What another reading changes: a number, a part of a rule, a whole requirement, or a global parameter. */
const change = z.union(
  [
    strict({ parameter: id, value: amount }),
    strict({ requirement: text, number: id, value: amount }),
    strict({ requirement: text, at: text, value: z.json() }),
    strict({ requirement: text, at: text, remove: z.literal(true) }),
    strict({ requirement: text, off: z.literal(true) }),
  ],
  {
    error:
      '写成 { parameter, value }、{ requirement, number, value }、{ requirement, at, value }、{ requirement, at, remove: true } 或 { requirement, off: true }',
  },
);

const reading = strict({
  id: text,
  question: text,
  options: someTexts,
  default: whole,
  note: text.optional(),
  reason: text.optional(),
  changes: z.record(z.string().regex(/^[1-9]$/), z.array(change).min(1)).optional(),
  recorded: text.optional(),
}).meta({ id: 'SeedReading', description: '原文没有说死的地方：选项、默认读法、理由，以及改选后有什么不同' });

const clause = strict({
  id: text,
  mark: text,
  text,
  readings: z.array(reading).default([]),
  requirements: z.array(requirementSpec).min(1),
});

const responsibility = strict({
  cell: z.enum(['own', 'continued']),
  continuedFrom: text.optional(),
  lead: texts,
  responsible: texts,
  printed: z.string(),
});

/** A whole file of `seeds/standard/topics/`. */
export const topicFile = strict({
  topic: text,
  order: whole,
  project: text,
  printedTopic: text.nullable(),
  responsibility,
  clauses: z.array(clause).min(1),
}).meta({ id: 'SeedTopic', description: '任务分解表的一个“内容”' });
