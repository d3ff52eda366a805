export { authorOf } from './author.js';
export { CreateRecords1790000005000 } from './migrations/create-records.js';
export { RecordEntity } from './record.entity.js';
export { RecordRevisionEntity } from './record-revision.entity.js';
export { reasonedBody, recordDetailSchema, recordId, recordVersionBody } from './records.dto.js';
export type { ImportedRecord } from './record-import.types.js';
export type { ReviewStep } from './review-route.js';
