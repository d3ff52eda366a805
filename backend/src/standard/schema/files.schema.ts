import { z } from 'zod';
import { datedValues, day, id, someTexts, strict, text, whole } from './parts.js';

/** `seeds/standard/standard.yaml`: the table as a whole, its order and the counts it must have. */
export const standardFile = strict({
  id: text,
  title: text,
  version: day,
  inForceFrom: day,
  printedTitle: someTexts.meta({ description: '原件抬头，逐行' }),
  printedColumns: someTexts,
  vetoProject: text.meta({ description: '一票否决的项目名' }),
  projects: someTexts,
  topics: someTexts.meta({ description: 'topics 文件夹里的文件名（不写 .yaml），按表的顺序' }),
  expect: strict({ clauses: whole, topics: whole, requirements: whole }).meta({
    description: '这张表必须有的条数，少一条多一条都不启动',
  }),
}).meta({ id: 'SeedStandard', description: '整张表' });

/** `seeds/standard/parameters.yaml`: numbers that several requirements or the whole judgement share. */
export const parametersFile = strict({
  parameters: z.array(
    strict({ id, label: text, unit: z.string(), values: datedValues, meaning: text, reason: text.optional() }),
  ),
}).meta({ id: 'SeedParameters', description: '公用参数' });

/** `seeds/standard/evidence-types.yaml`. */
export const evidenceTypesFile = strict({
  evidenceTypes: z.array(strict({ id, label: text, hint: text.optional() })).min(1),
}).meta({ id: 'SeedEvidenceTypes', description: '佐证材料类型' });

/** `seeds/standard/holidays.yaml`: per year the days off, the weekends worked and the Spring Festival holiday. */
export const holidaysFile = strict({
  years: z.array(
    strict({
      year: whole,
      source: text,
      holidays: z.array(day),
      workingWeekends: z.array(day),
      springFestival: z.array(day),
    }),
  ),
}).meta({ id: 'SeedHolidays', description: '节假日' });
