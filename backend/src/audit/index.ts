export { AuditEntryEntity } from './audit-entry.entity.js';
export { readAuditKey } from './audit-key.js';
export { AuditModule } from './audit.module.js';
export { AuditTrail } from './audit-trail.service.js';
export { CreateAuditEntry1790000007000 } from './migrations/create-audit-entry.js';
export { addRefusalTrail } from './refusals.js';
export { readHeadLines } from './heads.js';
export { trailFindings } from './verify.js';
