import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/index.js';
import { CellService } from './cell.service.js';
import { FactsStore } from './facts-store.service.js';
import { JudgingService } from './judging.service.js';
import { LinesService } from './lines.service.js';
import { MapService } from './map.service.js';
import { MissingService } from './missing.service.js';
import { PreviewController } from './preview/preview.controller.js';
import { PreviewService } from './preview/preview.service.js';
import { ProgressService } from './progress.service.js';
import { RollupService } from './rollup.service.js';
import { ScorecardController } from './scorecard.controller.js';
import { ScorecardService } from './scorecard.service.js';
import { SentenceService } from './sentence/sentence.service.js';
import { SuppliedService } from './supplied.service.js';

@Module({
  imports: [RecordsModule],
  controllers: [ScorecardController, PreviewController],
  providers: [
    FactsStore,
    JudgingService,
    RollupService,
    MapService,
    SentenceService,
    MissingService,
    LinesService,
    ScorecardService,
    CellService,
    ProgressService,
    SuppliedService,
    PreviewService,
  ],
  exports: [JudgingService, LinesService, RollupService, ScorecardService, SentenceService],
})
export class ScorecardModule {}
