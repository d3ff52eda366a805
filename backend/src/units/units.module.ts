import { type DynamicModule, Module } from '@nestjs/common';
import { UnitDirectory } from './unit-directory.js';
import { UnitChangesController } from './unit-changes.controller.js';
import { UnitChangesService } from './unit-changes.service.js';
import { UnitsController } from './units.controller.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';

/** Serves the units that were read from the seeds before the start, and what became of them since. Global: every later room asks for units. */
@Module({})
export class UnitsModule {
  static register(directory: UnitDirectory): DynamicModule {
    return {
      module: UnitsModule,
      global: true,
      controllers: [UnitsController, UnitChangesController],
      providers: [{ provide: UnitDirectory, useValue: directory }, UnitsRepository, UnitsService, UnitChangesService],
      exports: [UnitsService],
    };
  }
}
