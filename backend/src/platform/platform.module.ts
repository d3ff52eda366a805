import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from './clock/index.js';
import { type AppConfig, CONFIG } from './config/index.js';
import { DatabaseModule, type OpenDatabase } from './database/index.js';
import { SettingsModule, type SettingsFrame } from './settings/index.js';
import { HEALTH, HealthController, type HealthReport } from './health/index.js';

/** What the platform is given by the program's start. */
export interface PlatformParts {
  readonly config: AppConfig;
  readonly clock: Clock;
  readonly database: OpenDatabase;
  readonly health: HealthReport;
  readonly frame: SettingsFrame;
}

/** Clock, configuration and database for all rooms. */
@Module({})
export class PlatformModule {
  static register({ config, clock, database, health, frame }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [DatabaseModule.register(database), SettingsModule.register(frame)],
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: HEALTH, useValue: health },
      ],
      exports: [CONFIG, Clock],
    };
  }
}
