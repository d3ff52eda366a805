import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';

/** Puts the rooms together, lowest first. */
@Module({})
export class AppModule {
  static register(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.register(parts)],
    };
  }
}
