export * from './config.js';
export { CONFIG } from './config.token.js';
