export { HealthController } from './health.controller.js';
export { HEALTH, type HealthReport } from './health.types.js';
