import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Actor, ApiErrors, CurrentActor } from '../platform/http/index.js';
import { authorOf } from './author.js';
import { type RecordList, RecordReaderService } from './record-reader.service.js';
import type { RecordDetail } from './record-view.types.js';
import {
  newRecordBody,
  reasonedBody,
  recordDetailSchema,
  recordEditBody,
  recordId,
  recordListQuery,
  recordListSchema,
} from './records.dto.js';
import { RecordsService } from './records.service.js';

@ApiTags('records')
@Controller('api/records')
export class RecordsController {
  constructor(
    private readonly records: RecordsService,
    private readonly reader: RecordReaderService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listRecords', summary: 'Records by type, unit, state, day and words, in pages' })
  @ApiOkResponse({ standardSchema: recordListSchema })
  @ApiErrors(400)
  list(@Query({ schema: recordListQuery }) query: z.output<typeof recordListQuery>): Promise<RecordList> {
    const { q, type, forField, unit, state, from, to, ...page } = query;
    return this.reader.list({
      ...page,
      words: q ?? null,
      type: type ?? null,
      forField: forField ?? null,
      unit: unit ?? null,
      state: state ?? null,
      from: from ?? null,
      to: to ?? null,
    });
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readRecord', summary: 'A record with its proof, history and what it counts toward' })
  @ApiOkResponse({ standardSchema: recordDetailSchema })
  @ApiErrors(400, 404)
  detail(@Param('id', { schema: recordId }) id: number): Promise<RecordDetail> {
    return this.reader.detail(id);
  }

  @Post()
  @ApiOperation({ operationId: 'enterRecord', summary: 'Enters a record and submits it for review' })
  @ApiCreatedResponse({ standardSchema: recordDetailSchema })
  @ApiErrors(400, 403)
  enter(
    @Body({ schema: newRecordBody }) body: z.output<typeof newRecordBody>,
    @CurrentActor() actor: Actor,
  ): Promise<RecordDetail> {
    return this.records.enter(body, authorOf(actor));
  }

  @Put(':id')
  @ApiOperation({
    operationId: 'editRecord',
    summary: 'Replaces all fields; an approved record waits for review again',
  })
  @ApiOkResponse({ standardSchema: recordDetailSchema })
  @ApiErrors(400, 403, 404, 409)
  edit(
    @Param('id', { schema: recordId }) id: number,
    @Body({ schema: recordEditBody }) { version, fields }: z.output<typeof recordEditBody>,
    @CurrentActor() actor: Actor,
  ): Promise<RecordDetail> {
    return this.records.edit(id, version, fields, authorOf(actor));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawRecord', summary: 'Takes a record back for good' })
  @ApiOkResponse({ standardSchema: recordDetailSchema })
  @ApiErrors(400, 403, 404, 409)
  withdraw(
    @Param('id', { schema: recordId }) id: number,
    @Body({ schema: reasonedBody }) { version, reason }: z.output<typeof reasonedBody>,
    @CurrentActor() actor: Actor,
  ): Promise<RecordDetail> {
    return this.records.withdraw(id, version, reason, authorOf(actor));
  }
}
