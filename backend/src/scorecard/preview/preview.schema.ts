import { z } from 'zod';
import { OUTCOMES } from '../../engine/index.js';
import { daySchema } from '../../platform/http/index.js';

/** Cells that an answer names; how many there are is always said. */
export const SHOWN = 200;

const outcome = z.enum(OUTCOMES);
const counts = z.array(z.int()).length(OUTCOMES.length);

export const previewRequestSchema = z
  .strictObject({
    asOf: daySchema('考核基准日').optional(),
    readings: z
      .record(z.string(), z.int())
      .default({})
      .meta({ title: '改选的读法' })
      .describe('reading → option, from 1'),
    parameters: z.record(z.string(), z.number()).default({}).meta({ title: '参数' }).describe('for all days'),
  })
  .meta({ id: 'PreviewRequest' });

const readiness = z.object({ met: z.int(), total: z.int(), counts, band: z.string(), bandLabel: z.string() });

export const previewSchema = z
  .object({
    asOf: z.string(),
    cells: z.int().describe('how many cells turn'),
    matrix: z.array(counts).length(OUTCOMES.length).describe('row: outcome before, column: outcome after'),
    turned: z
      .array(
        z
          .object({
            requirementId: z.string(),
            title: z.string(),
            unitCode: z.string(),
            unitName: z.string(),
            before: outcome,
            after: outcome,
            sentenceBefore: z.string(),
            sentenceAfter: z.string(),
          })
          .meta({ id: 'PreviewCell' }),
      )
      .max(SHOWN)
      .describe('the first of them, in the order of the table'),
    clauses: z.array(z.object({ id: z.string(), before: outcome, after: outcome })).describe('those that change'),
    readiness: z.object({ before: readiness, after: readiness }),
  })
  .meta({ id: 'Preview' });

export type PreviewRequest = z.infer<typeof previewRequestSchema>;
export type PreviewDto = z.infer<typeof previewSchema>;
