export { type Actor, CurrentActor, actorOf } from './actor.js';
export { createApp } from './create-app.js';
export { isDay, toHalfWidth } from './day.js';
export { daySchema, dayMessage, queryFlag, queryNumber } from './fields.js';
export { invalidInput } from './validation.pipe.js';
export { isApi } from './request-rules.js';
export { errorSchema, ApiErrors } from './api-errors.js';
export { serveDocument } from './serve-document.js';
export { servePages } from './serve-pages.js';
