import { z } from 'zod';
import { id, someTexts, strict, text } from './parts.js';
import { measure, selection, where } from './selection.schema.js';

const source = strict({
  of: selection,
  field: id.optional(),
  item: text.optional(),
  fields: z.record(text, id).optional(),
});

const having = strict({
  attachments: z.array(id).min(1).optional(),
  where: where.optional(),
  linked: strict({ of: selection, field: id }).optional(),
});

/** How a coverage gets its numerator and its denominator: the closed measure language of the engine. */
export const coverageOf = z
  .discriminatedUnion('type', [
    strict({ type: z.literal('share'), among: selection, having }),
    strict({ type: z.literal('items'), items: someTexts, sources: z.array(source).min(1) }),
    strict({
      type: z.literal('reported'),
      of: selection,
      numerator: id,
      denominator: id,
      zeroFlag: id.optional(),
      by: strict({ field: id, categories: someTexts }).optional(),
      needsHome: someTexts.optional(),
    }),
    strict({
      type: z.literal('pairs'),
      of: selection,
      zeroFlag: id.optional(),
      pairs: z.array(strict({ label: text, numerator: id, denominator: id })).min(1),
    }),
    strict({ type: z.literal('ratio'), numerator: measure, denominator: measure }),
  ])
  .meta({ id: 'SeedCoverage', description: '覆盖率的分子和分母' });
