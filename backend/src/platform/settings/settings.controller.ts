import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Clock } from '../clock/index.js';
import { type AppConfig, CONFIG } from '../config/index.js';
import { type Actor, CurrentActor } from '../http/actor.js';
import { ApiErrors } from '../http/api-errors.js';
import { settingsAnswerSchema, settingsChangeSchema } from './settings.schema.js';
import { SettingsService } from './settings.service.js';
import type { SettingValues } from './settings.types.js';

type Answer = z.infer<typeof settingsAnswerSchema>;

@ApiTags('settings')
@Controller('api/settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<AppConfig, 'demo'>,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: settingsAnswerSchema })
  @ApiErrors()
  async read(): Promise<Answer> {
    return this.answer(await this.settings.current());
  }

  @Put()
  @ApiOkResponse({ standardSchema: settingsAnswerSchema })
  @ApiErrors(400, 403)
  async change(
    @Body({ schema: settingsChangeSchema }) changes: z.infer<typeof settingsChangeSchema>,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.answer(await this.settings.update(changes, actor.id));
  }

  private answer(values: SettingValues): Answer {
    return { ...values, today: this.clock.today(), demo: this.config.demo };
  }
}
