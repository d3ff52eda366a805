import { type DynamicModule, Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { HolidaysController } from './holidays/holidays.controller.js';
import { HolidaysService } from './holidays/holidays.service.js';
import { StandardController } from './standard.controller.js';
import { StandardService } from './standard.service.js';
import type { Standard } from './standard.types.js';

/** Serves the standard that was read and checked before the start. Global: every later room asks for it. */
@Module({})
export class StandardModule {
  static register(standard: Standard): DynamicModule {
    return {
      module: StandardModule,
      global: true,
      imports: [IdentityModule],
      controllers: [StandardController, HolidaysController],
      providers: [{ provide: StandardService, useValue: new StandardService(standard) }, HolidaysService],
      exports: [StandardService, HolidaysService],
    };
  }
}
