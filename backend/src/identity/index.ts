export { AccountsService } from './accounts.service.js';
export { IdentityModule } from './identity.module.js';
export { LoginAttemptEntity } from './login-attempt.entity.js';
export { addLoginGate } from './login-gate.js';
export { CreateIdentity1790000002500 } from './migrations/create-identity.js';
export { SessionEntity } from './session.entity.js';
export { SessionsService } from './sessions.service.js';
export { UserAccountEntity } from './user-account.entity.js';
