import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Clock } from '../clock/index.js';
import { type Actor, CurrentActor } from '../http/actor.js';
import { ApiErrors } from '../http/api-errors.js';
import { settingsAnswerSchema, settingsChangeSchema } from './settings.schema.js';
import { SettingsService } from './settings.service.js';

type Answer = z.infer<typeof settingsAnswerSchema>;

@ApiTags('settings')
@Controller('api/settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: settingsAnswerSchema })
  @ApiErrors()
  async read(): Promise<Answer> {
    return { ...(await this.settings.current()), today: this.clock.today() };
  }

  @Put()
  @ApiOkResponse({ standardSchema: settingsAnswerSchema })
  @ApiErrors(400, 403)
  async change(
    @Body({ schema: settingsChangeSchema }) changes: z.infer<typeof settingsChangeSchema>,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return { ...(await this.settings.update(changes, actor.id)), today: this.clock.today() };
  }
}
