import 'reflect-metadata';
import { AppModule } from '../app.module.js';
import { schema } from '../app.schema.js';
import { openApiDocument } from '../openapi.document.js';
import { SystemClock } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import { openDatabase } from '../platform/database/index.js';
import { createApp } from '../platform/http/index.js';
import { readSeeds } from '../seeds.js';
import { VERSION } from '../version.js';

/** Prints the OpenAPI document. Nothing is listened on and no data folder is touched: the database lives in memory. */
const config = readConfig({ LOG_LEVEL: 'error', SEEDS_DIR: process.env.SEEDS_DIR });
const database = await openDatabase(':memory:', schema);
const seeds = readSeeds(config.seedsDir);
const health = { version: VERSION, database: { kind: 'sqlite', migration: null }, standard: seeds.standardInfo };
const module = AppModule.register({ config, clock: new SystemClock(), database, health, ...seeds });
const app = await createApp(module, config);
process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
await database.dataSource.destroy();
