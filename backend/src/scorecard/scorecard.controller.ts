import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiErrors, daySchema } from '../platform/http/index.js';
import { CellService } from './cell.service.js';
import { ProgressService } from './progress.service.js';
import {
  cellExplanationSchema,
  scorecardSchema,
  unitProgressSchema,
  type CellExplanationDto,
  type ScorecardDto,
  type UnitProgressDto,
} from './scorecard.schema.js';
import { ScorecardService } from './scorecard.service.js';

const asOfQuery = z.strictObject({ asOf: daySchema('考核基准日').optional() });
type AsOf = z.infer<typeof asOfQuery>;
const code = z.string().min(1).max(60);

@ApiTags('scorecard')
@Controller('api')
export class ScorecardController {
  constructor(
    private readonly scorecards: ScorecardService,
    private readonly cells: CellService,
    private readonly progress: ProgressService,
  ) {}

  /** All cells of a unit and of everything below it, column by column, with their roll-up. */
  @Get('scorecards/:unitCode')
  @ApiOkResponse({ standardSchema: scorecardSchema })
  @ApiResponse({ status: 304, description: 'nothing changed since the ETag sent as If-None-Match' })
  @ApiErrors(400, 404)
  async scorecard(
    @Param('unitCode', { schema: code }) unitCode: string,
    @Query({ schema: asOfQuery }) { asOf }: AsOf,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScorecardDto | undefined> {
    const { sitting, tag } = await this.scorecards.sit(unitCode, asOf ?? null);
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (sameTag(request.headers['if-none-match'], tag)) {
      reply.status(304);
      return undefined;
    }
    return this.scorecards.scorecard(unitCode, sitting);
  }

  /** One cell: numbers, counted records, one plain sentence. */
  @Get('scorecards/:unitCode/cells/:requirementId')
  @ApiOkResponse({ standardSchema: cellExplanationSchema })
  @ApiErrors(400, 404)
  cell(
    @Param('unitCode', { schema: code }) unitCode: string,
    @Param('requirementId', { schema: code }) requirementId: string,
    @Query({ schema: asOfQuery }) { asOf }: AsOf,
  ): Promise<CellExplanationDto> {
    return this.cells.explain(unitCode, requirementId, asOf ?? null);
  }

  /** The three lists of a unit: 牵头, 承担, 配合. */
  @Get('units/:unitCode/progress')
  @ApiOkResponse({ standardSchema: unitProgressSchema })
  @ApiErrors(400, 404)
  unitProgress(
    @Param('unitCode', { schema: code }) unitCode: string,
    @Query({ schema: asOfQuery }) { asOf }: AsOf,
  ): Promise<UnitProgressDto> {
    return this.progress.of(unitCode, asOf ?? null);
  }
}

/** A proxy that compresses may have marked the tag as weak. */
function sameTag(sent: string | undefined, tag: string): boolean {
  return (sent ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
