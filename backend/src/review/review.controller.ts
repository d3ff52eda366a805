import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Actor, ApiErrors, CurrentActor } from '../platform/http/index.js';
import { authorOf, reasonedBody, recordId, recordVersionBody } from '../records/index.js';
import { bulkApprovalBody, bulkDecisionSchema, decisionSchema } from './review.dto.js';
import { type BulkDecision, type Decision, ReviewService } from './review.service.js';

@ApiTags('review')
@Controller('api/records')
export class ReviewController {
  constructor(private readonly review: ReviewService) {}

  @Post('approve')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'approveRecords',
    summary: 'Approves several records; says which could not be approved and why',
  })
  @ApiOkResponse({ standardSchema: bulkDecisionSchema })
  @ApiErrors(400, 403)
  approveMany(
    @Body({ schema: bulkApprovalBody }) { items }: z.output<typeof bulkApprovalBody>,
    @CurrentActor() actor: Actor,
  ): Promise<BulkDecision> {
    return this.review.approveMany(items, authorOf(actor));
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'approveRecord',
    summary: 'Moves a record one step along its review; after the last it is approved',
  })
  @ApiOkResponse({ standardSchema: decisionSchema })
  @ApiErrors(400, 403, 404, 409)
  approve(
    @Param('id', { schema: recordId }) id: number,
    @Body({ schema: recordVersionBody }) { version }: z.output<typeof recordVersionBody>,
    @CurrentActor() actor: Actor,
  ): Promise<Decision> {
    return this.review.approve(id, version, authorOf(actor));
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOperation({ operationId: 'returnRecord', summary: 'Gives a record back with a reason' })
  @ApiOkResponse({ standardSchema: decisionSchema })
  @ApiErrors(400, 403, 404, 409)
  giveBack(
    @Param('id', { schema: recordId }) id: number,
    @Body({ schema: reasonedBody }) { version, reason }: z.output<typeof reasonedBody>,
    @CurrentActor() actor: Actor,
  ): Promise<Decision> {
    return this.review.giveBack(id, version, reason, authorOf(actor));
  }
}
