import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Clock } from '../platform/clock/index.js';
import { ApiErrors, daySchema } from '../platform/http/index.js';
import { type UnitListDto, unitListSchema } from './units.dto.js';
import { UnitsService } from './units.service.js';

const asOfQuery = z.strictObject({ asOf: daySchema('日期').optional() });

@ApiTags('units')
@Controller('api/units')
export class UnitsController {
  constructor(
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  /** All units that exist on a day (left out: today), with the names and parents of that day, in list order. */
  @Get()
  @ApiOkResponse({ standardSchema: unitListSchema })
  @ApiErrors(400)
  async list(
    @Query({ schema: asOfQuery }) { asOf = this.clock.today() }: z.infer<typeof asOfQuery>,
  ): Promise<UnitListDto> {
    const directory = (await this.units.catchUp()).on(asOf);
    return {
      asOf,
      units: directory.units.map(({ code, name, shortName, kind, parentCode }) => ({
        code,
        name,
        shortName,
        displayName: directory.displayName(code),
        kind,
        parentCode,
      })),
    };
  }
}
