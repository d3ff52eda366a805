import { CreateIdentity1790000002500, LoginAttemptEntity, SessionEntity, UserAccountEntity } from './identity/index.js';
import type { Schema } from './platform/database/index.js';
import { CreateSequence1790000001000, SequenceEntity } from './platform/sequence/index.js';
import { CreateSetting1790000001100, SettingEntity } from './platform/settings/index.js';
import { CreateUnit1790000002000, UnitEntity } from './units/index.js';

/** Every table of the program, and the migrations that make them, oldest first. A frozen migration is never edited. */
export const schema: Schema = {
  entities: [SequenceEntity, SettingEntity, UnitEntity, UserAccountEntity, SessionEntity, LoginAttemptEntity],
  migrations: [
    CreateSequence1790000001000,
    CreateSetting1790000001100,
    CreateUnit1790000002000,
    CreateIdentity1790000002500,
  ],
};
