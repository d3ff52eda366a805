export * from './domain.errors.js';
export * from './startup.errors.js';
