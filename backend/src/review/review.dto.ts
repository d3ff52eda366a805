import { z } from 'zod';
import { recordDetailSchema } from '../records/index.js';

export const bulkApprovalBody = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          id: z.number().int().positive().meta({ title: '记录编号' }),
          version: z.number().int().positive().meta({ title: '版本号' }),
        }),
      )
      .min(1)
      .max(200)
      .meta({ title: '记录' }),
  })
  .meta({ id: 'BulkApproval' });

export const bulkDecisionSchema = z
  .object({ approved: z.array(z.number()), refused: z.array(z.object({ id: z.number(), message: z.string() })) })
  .meta({ id: 'BulkDecision' });

export const decisionSchema = recordDetailSchema.extend({ selfApproval: z.boolean() }).meta({ id: 'ReviewDecision' });
