import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Clock } from '../platform/clock/index.js';
import { ApiErrors } from '../platform/http/index.js';
import { type RecordTypeListDto, recordTypeListSchema, type StandardDto, standardSchema } from './standard.dto.js';
import { StandardService } from './standard.service.js';
import { recordTypesView, standardView } from './standard.view.js';

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

  /** The record types with their fields. */
  @Get('record-types')
  @ApiOkResponse({ standardSchema: recordTypeListSchema })
  @ApiErrors()
  recordTypes(): RecordTypeListDto {
    return recordTypesView(this.standard);
  }
}
