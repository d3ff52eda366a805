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

const exampleRecord = strict({
  type: id,
  unit: text.optional(),
  units: z.array(text).min(1).optional().meta({ description: '几个单位各一条；“石桥镇/*”是该镇每个村（社区）各一条' }),
  fields: z.record(id, value),
  evidence: z.array(id).default([]),
  review: z.enum(['approved', 'pending', 'returned']).default('approved'),
  submittedOn: day.optional(),
  approvedOn: day.nullable().optional(),
  as: id.optional(),
  repeat: repeat.optional(),
}).meta({ id: 'SeedExampleRecord', description: '例子里的一条登记' });

const example = strict({
  title: text,
  asOf: day,
  start: day.nullable(),
  unit: text.optional(),
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

const requirement = strict({
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

const reading = strict({
  id: text,
  question: text,
  options: someTexts,
  default: whole,
  note: text.optional(),
  reason: text.optional(),
});

const clause = strict({
  id: text,
  mark: text,
  text,
  readings: z.array(reading).default([]),
  requirements: z.array(requirement).min(1),
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
