import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Clock } from '../platform/clock/index.js';
import { DomainError } from '../platform/errors/index.js';
import { ApiErrors } from '../platform/http/index.js';
import { type ClauseDetailDto, clauseDetailSchema } from './clause/clause.dto.js';
import { clauseDetail } from './clause/clause.view.js';
import { type RecordTypeListDto, recordTypeListSchema, type StandardDto, standardSchema } from './standard.dto.js';
import { StandardService } from './standard.service.js';
import { recordTypesView, standardView } from './standard.view.js';

const clauseId = z.string().min(1).max(20);

@ApiTags('standard')
@Controller('api')
export class StandardController {
  constructor(
    private readonly standard: StandardService,
    private readonly clock: Clock,
  ) {}

  /** The whole table: clauses, requirements, numbers in force today, readings and examples. */
  @Get('standard')
  @ApiOkResponse({ standardSchema })
  @ApiErrors()
  read(): StandardDto {
    return standardView(this.standard, this.clock.today());
  }

  /** One clause with its readings, dated numbers and worked examples in full. */
  @Get('standard/clauses/:id')
  @ApiOkResponse({ standardSchema: clauseDetailSchema })
  @ApiErrors(400, 404)
  clause(@Param('id', { schema: clauseId }) id: string): ClauseDetailDto {
    const topic = this.standard.standard.topicSpecs.find(({ clauses }) => clauses.some((one) => one.id === id));
    const clause = topic?.clauses.find((one) => one.id === id);
    if (topic === undefined || clause === undefined)
      throw new DomainError('notFound', 'standard.clauseUnknown', `没有条文 ${id}：请从任务分解表里选。`);
    return clauseDetail(this.standard, topic, clause, this.clock.today());
  }

  /** The record types with their fields. */
  @Get('record-types')
  @ApiOkResponse({ standardSchema: recordTypeListSchema })
  @ApiErrors()
  recordTypes(): RecordTypeListDto {
    return recordTypesView(this.standard);
  }
}
