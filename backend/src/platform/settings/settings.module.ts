import { type DynamicModule, Module } from '@nestjs/common';
import { SettingsController } from './settings.controller.js';
import { SettingsRepository } from './settings.repository.js';
import { SettingsService } from './settings.service.js';
import { SETTINGS_FRAME, type SettingsFrame } from './settings.types.js';

@Module({})
export class SettingsModule {
  static register(frame: SettingsFrame): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      controllers: [SettingsController],
      providers: [{ provide: SETTINGS_FRAME, useValue: frame }, SettingsRepository, SettingsService],
      exports: [SettingsService],
    };
  }
}
