import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../platform/http/index.js';
import { type UnitListDto, unitListSchema } from './units.dto.js';
import { UnitsService } from './units.service.js';

@ApiTags('units')
@Controller('api/units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  /** All units in list order. */
  @Get()
  @ApiOkResponse({ standardSchema: unitListSchema })
  @ApiErrors()
  list(): UnitListDto {
    return {
      units: this.units.all().map(({ code, name, shortName, kind, parentCode }) => ({
        code,
        name,
        shortName,
        displayName: this.units.displayName(code),
        kind,
        parentCode,
      })),
    };
  }
}
