import { Controller, Delete, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { fileNameRefused } from '../evidence/evidence.errors.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { cleanFileName, evidenceId, readUpload } from '../evidence/index.js';
import { type AppConfig, CONFIG } from '../platform/config/index.js';
import { type Actor, ApiErrors, CurrentActor } from '../platform/http/index.js';
import { authorOf } from './author.js';
import { findPersonalData, personalDataMessage } from './fields/personal-data.js';
import type { RecordDetail } from './record-view.types.js';
import { detachQuery, recordDetailSchema, recordId, uploadQuery } from './records.dto.js';
import { RecordsService } from './records.service.js';

const MEGABYTE = 1024 * 1024;

@ApiTags('records')
@Controller('api/records/:id/evidence')
export class RecordEvidenceController {
  constructor(
    private readonly records: RecordsService,
    private readonly evidence: EvidenceService,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'attachEvidence', summary: 'Uploads one file (part `file`) as proof of the record' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ standardSchema: recordDetailSchema })
  @ApiErrors(400, 403, 404, 409, 413, 415)
  async attach(
    @Param('id', { schema: recordId }) id: number,
    @Query({ schema: uploadQuery }) { type, version }: z.output<typeof uploadQuery>,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<RecordDetail> {
    await this.records.expectUpload(id, version, type);
    const file = await readUpload(request, this.evidence, this.config.uploadLimitMb * MEGABYTE, refusePersonalData);
    return this.records.attach(id, version, type, file, authorOf(actor));
  }

  @Delete(':evidenceId')
  @HttpCode(200)
  @ApiOperation({ operationId: 'detachEvidence', summary: 'Takes a file off the record; the history keeps it' })
  @ApiOkResponse({ standardSchema: recordDetailSchema })
  @ApiErrors(400, 403, 404, 409)
  detach(
    @Param('id', { schema: recordId }) id: number,
    @Param('evidenceId', { schema: evidenceId }) evidence: number,
    @Query({ schema: detachQuery }) { version }: z.output<typeof detachQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<RecordDetail> {
    return this.records.detach(id, version, evidence, authorOf(actor));
  }
}

/** Names of files are free text as well. */
function refusePersonalData(name: string): void {
  const found = findPersonalData(cleanFileName(name));
  if (found !== null) throw fileNameRefused(personalDataMessage('文件名', found));
}
