import { z } from 'zod';
import type { Condition } from '../../engine/index.js';
import { id, someTexts, strict, text } from './parts.js';

/** What may stand for a condition: the long forms of the engine and three short ones (list, one option, flag). */
const written = z.union([
  text,
  z.boolean(),
  someTexts,
  strict({ any: someTexts }),
  strict({ all: someTexts }),
  strict({ none: someTexts }),
  strict({ is: z.boolean() }),
  strict({ min: id }),
  strict({ max: id }),
  strict({ present: z.literal(true) }),
]);

/** A list means any of its options, a text that one option, true or false the flag. */
function expand(condition: z.output<typeof written>): Condition {
  if (typeof condition === 'string') return { any: [condition] };
  if (typeof condition === 'boolean') return { is: condition };
  if (Array.isArray(condition)) return { any: condition };
  return condition;
}

export const condition = written.transform(expand).meta({ id: 'SeedCondition', description: '字段要满足的条件' });

export const where = z
  .record(id, condition)
  .meta({ id: 'SeedWhere', description: '字段 → 条件；[甲, 乙] 表示其中任意一项，true/false 表示是/否' });

export const subject = z.union(
  [
    z.enum([
      'county',
      'each_town',
      'each_town_without_streets',
      'each_village',
      'each_village_ge100',
      'each_village_lt100',
    ]),
    z.templateLiteral(['bureau:', z.string().min(1)]),
  ],
  {
    error:
      '考核对象写 county、each_town、each_town_without_streets、each_village、each_village_ge100、each_village_lt100 或 bureau:部门简称（如 bureau:县民政局）',
  },
);

export const selection = strict({
  record: id.meta({ description: '登记类型的编号' }),
  where: where.optional(),
  wants: where.optional(),
  attachments: z.array(id).min(1).optional().meta({ description: '必须附上的佐证材料类型' }),
  evidenced: z.literal(true).optional().meta({ description: '至少附一份佐证材料，不论哪一种' }),
  from: z.enum(['own', 'subtree', 'county', 'home']).optional(),
  unitField: id.optional(),
  alsoUntil: id
    .optional()
    .meta({ description: '另一个使登记失效的日期字段（如合同到期日），与停用日、离岗日谁先到算谁' }),
}).meta({ id: 'SeedSelection', description: '数哪些登记' });

export const measure = z
  .union([
    strict({ count: selection }),
    strict({ distinct: selection, field: id, among: z.array(subject).min(1) }),
    strict({ sum: selection, field: id }),
    strict({ latest: selection, field: id }),
    strict({ units: z.array(subject).min(1) }),
    strict({ number: id }),
  ])
  .meta({ id: 'SeedMeasure', description: '分子或分母怎样算' });
