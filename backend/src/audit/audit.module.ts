import { Module, Global } from '@nestjs/common';
import { SettingsWitness } from '../platform/settings/index.js';
import { AuditChainService } from './audit-chain.service.js';
import { AuditTrail } from './audit-trail.service.js';
import { AuditController } from './audit.controller.js';
import { AuditRepository } from './audit.repository.js';

/** The trail. Global: every room that changes something tells it. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditRepository, AuditChainService, AuditTrail, { provide: SettingsWitness, useExisting: AuditTrail }],
  exports: [AuditTrail, SettingsWitness],
})
export class AuditModule {}
