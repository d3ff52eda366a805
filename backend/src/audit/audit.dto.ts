import { z } from 'zod';
import { daySchema, queryNumber } from '../platform/http/index.js';
import { AUDIT_ACTIONS, AUDIT_OBJECTS, AUDIT_RESULTS } from './audit.types.js';

export const auditQuery = z.strictObject({
  from: daySchema('从哪天').optional(),
  to: daySchema('到哪天').optional(),
  account: z.string().trim().min(1).max(60).meta({ title: '账号' }).optional(),
  action: z.enum(AUDIT_ACTIONS).meta({ title: '操作' }).optional(),
  result: z.enum(AUDIT_RESULTS).meta({ title: '结果' }).optional(),
  objectKind: z.enum(AUDIT_OBJECTS).meta({ title: '对象' }).optional(),
  objectId: z.string().trim().min(1).max(200).meta({ title: '对象编号' }).optional(),
  page: queryNumber('页码', { min: 1, max: 1_000_000, fallback: 1 }),
  size: queryNumber('每页条数', { min: 1, max: 200, fallback: 50 }),
});

const entrySchema = z
  .object({
    number: z.number(),
    at: z.string(),
    actorId: z.string().nullable(),
    actorName: z.string(),
    unitCode: z.string().nullable(),
    role: z.string().nullable(),
    address: z.string().nullable(),
    action: z.enum(AUDIT_ACTIONS),
    objectKind: z.enum(AUDIT_OBJECTS),
    objectId: z.string().nullable(),
    /** JSON text. */
    before: z.string().nullable(),
    after: z.string().nullable(),
    result: z.enum(AUDIT_RESULTS),
  })
  .meta({ id: 'AuditEntry' });

export const auditListSchema = z
  .object({ total: z.number(), page: z.number(), size: z.number(), items: z.array(entrySchema) })
  .meta({ id: 'AuditList' });
export type AuditListDto = z.infer<typeof auditListSchema>;
export type AuditQuery = z.output<typeof auditQuery>;
