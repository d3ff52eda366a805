import { Module } from '@nestjs/common';
import { type AppConfig, CONFIG } from '../platform/config/index.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceService } from './evidence.service.js';
import { FileStore } from './file-store.js';

/** Stored files and the proof that they are. */
@Module({
  controllers: [EvidenceController],
  providers: [
    EvidenceRepository,
    EvidenceService,
    { provide: FileStore, useFactory: (config: AppConfig) => new FileStore(config.dataDir), inject: [CONFIG] },
  ],
  exports: [EvidenceService],
})
export class EvidenceModule {}
