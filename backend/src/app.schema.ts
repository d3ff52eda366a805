import { AuditEntryEntity, CreateAuditEntry1790000007000 } from './audit/index.js';
import { CreateEvidence1790000004000, EvidenceEntity, StoredFileEntity } from './evidence/index.js';
import { CreateIdentity1790000002500, LoginAttemptEntity, SessionEntity, UserAccountEntity } from './identity/index.js';
import type { Schema } from './platform/database/index.js';
import { CreateSequence1790000001000, SequenceEntity } from './platform/sequence/index.js';
import { CreateSetting1790000001100, SettingEntity } from './platform/settings/index.js';
import { CreateRecords1790000005000, RecordEntity, RecordRevisionEntity } from './records/index.js';
import { CreateUnit1790000002000, CreateUnitChange1790000006000, UnitChangeEntity, UnitEntity } from './units/index.js';

/** Every table of the program, and the migrations that make them, oldest first. A frozen migration is never edited. */
export const schema: Schema = {
  entities: [
    SequenceEntity,
    SettingEntity,
    AuditEntryEntity,
    UnitEntity,
    UnitChangeEntity,
    UserAccountEntity,
    SessionEntity,
    LoginAttemptEntity,
    StoredFileEntity,
    EvidenceEntity,
    RecordEntity,
    RecordRevisionEntity,
  ],
  migrations: [
    CreateSequence1790000001000,
    CreateSetting1790000001100,
    CreateUnit1790000002000,
    CreateIdentity1790000002500,
    CreateEvidence1790000004000,
    CreateRecords1790000005000,
    CreateUnitChange1790000006000,
    CreateAuditEntry1790000007000,
  ],
};
