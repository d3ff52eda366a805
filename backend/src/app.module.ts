import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from './audit/index.js';
import { IdentityModule } from './identity/index.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';
import { RecordsModule } from './records/index.js';
import { ReportsModule } from './reports/reports.module.js';
import { ReviewModule } from './review/index.js';
import { ScorecardModule } from './scorecard/index.js';
import { type Standard, StandardModule } from './standard/index.js';
import { type UnitDirectory, UnitsModule } from './units/index.js';

/** All that is read and opened before the rooms are put together. */
export interface AppParts extends PlatformParts {
  readonly units: UnitDirectory;
  readonly standard: Standard;
}

/** Puts the rooms together, lowest first. */
@Module({})
export class AppModule {
  static register(parts: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.register(parts),
        AuditModule,
        UnitsModule.register(parts.units),
        IdentityModule,
        StandardModule.register(parts.standard),
        RecordsModule,
        ReviewModule,
        ScorecardModule,
        ReportsModule,
      ],
    };
  }
}
