import { z } from 'zod';
import { id, someTexts, strict, text } from './parts.js';
import { coverageOf } from './coverage.schema.js';
import { selection, subject, where } from './selection.schema.js';

const period = z.enum([
  'standing',
  'calendar_year',
  'school_year',
  'quarter',
  'month',
  'iso_week',
  'rolling_12_months',
]);
const paper = strict({ type: text, where: where.optional(), wants: where.optional() });
const within = strict({ number: id, unit: z.enum(['minutes', 'hours', 'days', 'workdays']) });

const step = strict({
  step: text,
  from: text.optional(),
  within: within.optional(),
  before: text.optional(),
  every: id.optional(),
  field: id.optional(),
  or: z
    .array(strict({ step: text, having: id.optional() }))
    .min(1)
    .optional(),
});

const caseSource = z.discriminatedUnion('type', [
  strict({
    type: z.literal('cases'),
    of: selection,
    base: id,
    steps: z.array(step),
    outcomes: someTexts.optional(),
  }),
  strict({ type: z.literal('statistic'), of: selection, numerator: id, denominator: id, zeroFlag: id }),
]);

const reference = z.discriminatedUnion('type', [
  strict({ type: z.literal('number'), number: id }),
  strict({ type: z.literal('previousPeriod') }),
  strict({ type: z.literal('benchmarks'), levels: someTexts, mode: z.enum(['all', 'any']) }),
]);

const documents = strict({
  kind: z.literal('documents'),
  period: z.enum(['standing', 'calendar_year']),
  mode: z.enum(['all', 'any']),
  papers: z.array(paper).min(1),
});
const countPerPeriod = strict({
  kind: z.literal('count_per_period'),
  period,
  count: selection,
  covering: strict({ field: id, items: someTexts }).optional(),
});
const frequencyCoverage = strict({
  kind: z.literal('frequency_coverage'),
  period: z.literal('iso_week'),
  count: selection,
  exempt: z.enum(['spring_festival', 'none']),
});
const staffing = strict({ kind: z.literal('staffing'), period: z.literal('standing'), people: selection });
const facility = strict({
  kind: z.literal('facility'),
  period: z.literal('standing'),
  places: selection,
  appliesIf: where.optional(),
});
const coverage = strict({ kind: z.literal('coverage'), period, of: coverageOf });
const valueCompare = strict({
  kind: z.literal('value_compare'),
  period,
  of: selection,
  as: z.enum(['value', 'ratio']),
  compare: z.enum(['atLeast', 'atMost', 'above']),
  reference,
  categories: someTexts.optional(),
  equalIs: z.literal('atRisk').optional(),
});
const everyCaseHandled = strict({
  kind: z.literal('every_case_handled'),
  period: z.literal('month'),
  source: caseSource,
  register: text,
});
const ledgerCurrent = strict({
  kind: z.literal('ledger_current'),
  period: z.literal('quarter'),
  of: selection,
  field: id,
  ledgers: someTexts,
});
const incidentFreeWindow = strict({
  kind: z.literal('incident_free_window'),
  period: z.literal('month'),
  incidents: selection,
  register: text,
  reporters: z.array(subject).min(1),
});
const noOpenCases = strict({
  kind: z.literal('no_open_cases'),
  period: z.literal('quarter'),
  cases: selection,
  statistic: strict({ of: selection, field: id, foundOn: id, acceptedOn: id.optional() }),
  register: text,
  confirmers: z.array(subject).min(1),
});

/** The eleven kinds, exactly as `engine/rule.types.ts` has them. */
export const rule = z
  .discriminatedUnion('kind', [
    documents,
    countPerPeriod,
    frequencyCoverage,
    staffing,
    facility,
    coverage,
    valueCompare,
    everyCaseHandled,
    ledgerCurrent,
    incidentFreeWindow,
    noOpenCases,
  ])
  .meta({ id: 'SeedRule', description: '判定规则：十一种之一' });
