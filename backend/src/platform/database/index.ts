export { takeDataFolder } from './data-folder.js';
export { keepApart } from './demo-folder.js';
export { openDatabase, type OpenDatabase } from './open-database.js';
export { DatabaseModule } from './database.module.js';
export { Transactions, type Transaction } from './transactions.service.js';
export { insertRows } from './insert-rows.js';
export { storageErrorCode } from './storage-error.js';
export type { Schema } from './schema.types.js';
