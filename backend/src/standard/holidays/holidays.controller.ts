import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, ApiErrors, CurrentActor } from '../../platform/http/index.js';
import {
  type HolidayChange,
  holidayChangeSchema,
  holidaysAnswerSchema,
  type HolidaysDto,
  yearParam,
} from './holidays.schema.js';
import { HolidaysService } from './holidays.service.js';

@ApiTags('holidays')
@Controller('api/holidays')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  /** Days off and weekends worked by year, and the years around today that nobody has written. */
  @Get()
  @ApiOkResponse({ standardSchema: holidaysAnswerSchema })
  @ApiErrors()
  list(): Promise<HolidaysDto> {
    return this.holidays.list();
  }

  /** Replaces a whole year; time limits in workdays follow at once. */
  @Put(':year')
  @ApiOkResponse({ standardSchema: holidaysAnswerSchema })
  @ApiErrors(400)
  replace(
    @Param('year', { schema: yearParam }) year: number,
    @Body({ schema: holidayChangeSchema }) change: HolidayChange,
    @CurrentActor() actor: Actor,
  ): Promise<HolidaysDto> {
    return this.holidays.replace(year, change, actor.id);
  }
}
