export { type Actor, CurrentActor } from './actor.js';
export { type Caller, callerNow, callerOf } from './caller.js';
export { createApp } from './create-app.js';
export { isDay, toHalfWidth } from './day.js';
export { daySchema, queryFlag, queryNumber } from './fields.js';
export { isApi } from './request-rules.js';
export { ApiErrors } from './api-errors.js';
export { serveDocument } from './serve-document.js';
export { servePages } from './serve-pages.js';
