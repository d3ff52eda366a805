import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { RecordChangesService } from './record-changes.service.js';
import { RecordDefinitionsService } from './record-definitions.service.js';
import { RecordEvidenceController } from './record-evidence.controller.js';
import { RecordFactsRepository } from './record-facts.repository.js';
import { RecordFactsService } from './record-facts.service.js';
import { RecordImportService } from './record-import.service.js';
import { RecordListRepository } from './record-list.repository.js';
import { RecordReaderService } from './record-reader.service.js';
import { RecordsController } from './records.controller.js';
import { RecordsRepository } from './records.repository.js';
import { RecordsService } from './records.service.js';

/** Typed records: entry, history, proof, import, and the facts for the scorecard. */
@Module({
  imports: [EvidenceModule],
  controllers: [RecordsController, RecordEvidenceController],
  providers: [
    RecordChangesService,
    RecordDefinitionsService,
    RecordFactsRepository,
    RecordFactsService,
    RecordImportService,
    RecordListRepository,
    RecordReaderService,
    RecordsRepository,
    RecordsService,
  ],
  exports: [
    EvidenceModule,
    RecordChangesService,
    RecordDefinitionsService,
    RecordFactsService,
    RecordImportService,
    RecordReaderService,
    RecordsService,
  ],
})
export class RecordsModule {}
