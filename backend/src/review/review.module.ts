import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module.js';
import { ReviewController } from './review.controller.js';
import { ReviewService } from './review.service.js';

/** Decisions on records. */
@Module({
  imports: [RecordsModule],
  controllers: [ReviewController],
  providers: [ReviewService],
  exports: [ReviewService],
})
export class ReviewModule {}
