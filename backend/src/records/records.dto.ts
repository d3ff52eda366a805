import { z } from 'zod';
import { daySchema, queryFlag, queryNumber, toHalfWidth } from '../platform/http/index.js';
import { RECORD_SORTS } from './record-list.repository.js';
import { RECORD_ACTIONS, REVIEW_STATES } from './record.types.js';
import { REVIEWERS } from './review-route.js';

export const recordId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/u, { error: '记录编号应是正整数，例如 12' })
  .transform(Number)
  .meta({ title: '记录编号' });

const version = z.number().int({ error: '应是打开记录时的版本号，例如 1' }).positive().meta({ title: '版本号' });
const fields = z
  .record(z.string().max(100), z.unknown())
  .meta({ title: '填写内容', description: 'Values by the field ids of the record type' });

export const newRecordBody = z
  .strictObject({
    type: z.string().min(1).max(60).meta({ title: '登记类型' }),
    unitCode: z.string().min(1).max(60).meta({ title: '单位' }),
    fields,
    submit: z
      .literal(true)
      .optional()
      .meta({ title: '提交', description: 'A record is always submitted for review when it is entered' }),
  })
  .meta({ id: 'NewRecord' });

export const recordEditBody = z.strictObject({ version, fields }).meta({ id: 'RecordEdit' });

export const reasonedBody = z
  .strictObject({ version, reason: z.string().max(2000).meta({ title: '原因' }) })
  .meta({ id: 'RecordReason' });

export const recordVersionBody = z.strictObject({ version }).meta({ id: 'RecordVersion' });

const versionQuery = z
  .string({ error: '请带上打开记录时的版本号，例如 version=1' })
  .overwrite((text) => toHalfWidth(text).trim())
  .regex(/^[1-9]\d{0,8}$/u, { error: '应是打开记录时的版本号，例如 1' })
  .transform(Number)
  .meta({ title: '版本号' });

export const uploadQuery = z.strictObject({
  type: z.string().min(1).max(60).meta({ title: '材料类型' }),
  version: versionQuery,
});
export const detachQuery = z.strictObject({ version: versionQuery });

const text = (title: string, most: number) => z.string().max(most).optional().meta({ title });

export const recordListQuery = z.strictObject({
  type: text('登记类型', 60),
  /** `登记类型.栏目`: only records that this link field may name, as `activity.home`. */
  forField: text('要关联的栏目', 121),
  unit: text('单位', 60),
  subtree: queryFlag('含下级单位'),
  state: z.enum(REVIEW_STATES).optional().meta({ title: '状态' }),
  from: daySchema('起始日').optional(),
  to: daySchema('截止日').optional(),
  q: text('查找', 100),
  page: queryNumber('页码', { min: 1, max: 1_000_000, fallback: 1 }),
  size: queryNumber('每页条数', { min: 1, max: 200, fallback: 50 }),
  sort: z.enum(RECORD_SORTS).default('-day').meta({ title: '排序' }),
});

const fieldValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
  z.record(z.string(), z.number()),
]);
const fieldValues = z.record(z.string(), fieldValue).meta({ id: 'FieldValues' });

const item = {
  id: z.number(),
  type: z.string(),
  unitCode: z.string(),
  version: z.number(),
  state: z.enum(REVIEW_STATES),
  day: z.string(),
  until: z.string().nullable(),
  title: z.string(),
  evidenceTypes: z.array(z.string()),
  submittedAt: z.string(),
  approvedAt: z.string().nullable(),
  reviewStep: z.number(),
  createdBy: z.string(),
};

export const recordListSchema = z
  .object({
    total: z.number(),
    page: z.number(),
    size: z.number(),
    items: z.array(z.object(item).meta({ id: 'RecordItem' })),
  })
  .meta({ id: 'RecordList' });

const evidenceItem = z
  .object({
    id: z.number(),
    type: z.string(),
    name: z.string(),
    size: z.number(),
    sha256: z.string(),
    attachedBy: z.string(),
    attachedAt: z.string(),
  })
  .meta({ id: 'EvidenceItem' });

const revision = z
  .object({
    seq: z.number(),
    version: z.number(),
    action: z.enum(RECORD_ACTIONS),
    state: z.enum(REVIEW_STATES),
    at: z.string(),
    by: z.string(),
    reason: z.string().nullable(),
    selfApproval: z.boolean(),
    fields: fieldValues,
    evidence: z.array(z.object({ id: z.number(), type: z.string(), name: z.string() })),
  })
  .meta({ id: 'RecordRevision' });

export const recordDetailSchema = z
  .object({
    ...item,
    fields: fieldValues,
    evidence: z.array(evidenceItem),
    reviewSteps: z.array(z.object({ reviewer: z.enum(REVIEWERS), label: z.string() })),
    linked: z.array(z.object({ id: z.number(), type: z.string(), title: z.string(), unitCode: z.string() })),
    revisions: z.array(revision),
    countsToward: z.array(z.object({ requirement: z.string(), title: z.string() })),
  })
  .meta({ id: 'RecordDetail' });
