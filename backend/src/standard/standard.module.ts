import { type DynamicModule, Module } from '@nestjs/common';
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
      controllers: [StandardController],
      providers: [{ provide: StandardService, useValue: new StandardService(standard) }],
      exports: [StandardService],
    };
  }
}
