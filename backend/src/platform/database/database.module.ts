import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SequenceRepository, SequenceService } from '../sequence/index.js';
import { Gate } from './gate.js';
import type { OpenDatabase } from './open-database.js';
import { Transactions } from './transactions.service.js';

/** Serves an open database to all rooms; it is closed with the application. */
@Module({})
export class DatabaseModule {
  static register(database: OpenDatabase): DynamicModule {
    const { dataSource, gate } = database;
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
      ],
      providers: [{ provide: Gate, useValue: gate }, Transactions, SequenceRepository, SequenceService],
      exports: [Transactions, SequenceService],
    };
  }
}
