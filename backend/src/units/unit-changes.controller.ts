import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Actor, ApiErrors, CurrentActor } from '../platform/http/index.js';
import {
  type UnitChangeListDto,
  unitChangeListSchema,
  type UnitChangeResultDto,
  unitChangeResultSchema,
} from './unit-changes.dto.js';
import { unitChangeSchema } from './unit-changes.schema.js';
import { type ShownUnit, UnitChangesService } from './unit-changes.service.js';

@ApiTags('units')
@Controller('api/unit-changes')
export class UnitChangesController {
  constructor(private readonly changes: UnitChangesService) {}

  @Get()
  @ApiOperation({
    operationId: 'listUnitChanges',
    summary: 'All changes of units, in the order in which they were entered',
  })
  @ApiOkResponse({ standardSchema: unitChangeListSchema })
  @ApiErrors()
  async list(): Promise<UnitChangeListDto> {
    const changes = await this.changes.all();
    return {
      changes: changes.map(({ seq, at, by, change, sentence }) => ({
        seq,
        at,
        by,
        change: unitChangeSchema.parse(change),
        sentence,
      })),
    };
  }

  @Post()
  @ApiOperation({ operationId: 'enterUnitChange', summary: 'Enters one change of units; it holds from its day on' })
  @ApiCreatedResponse({ standardSchema: unitChangeResultSchema })
  @ApiErrors(400, 403, 409)
  async enter(
    @Body({ schema: unitChangeSchema }) body: z.infer<typeof unitChangeSchema>,
    @CurrentActor() actor: Actor,
  ): Promise<UnitChangeResultDto> {
    const { seq, at, by, sentence, before, after } = await this.changes.enter(body, actor);
    return { seq, at, by, change: body, sentence, before: before.map(unitDto), after: after.map(unitDto) };
  }
}

function unitDto({
  code,
  name,
  shortName,
  displayName,
  kind,
  parentCode,
}: ShownUnit): UnitChangeResultDto['after'][number] {
  return { code, name, shortName, displayName, kind, parentCode };
}
