import { Module } from '@nestjs/common';
import { ScorecardModule } from '../scorecard/index.js';
import { ReportsController } from './reports.controller.js';
import { TaskCompletionService } from './task-completion/task-completion.service.js';

@Module({
  imports: [ScorecardModule],
  controllers: [ReportsController],
  providers: [TaskCompletionService],
})
export class ReportsModule {}
