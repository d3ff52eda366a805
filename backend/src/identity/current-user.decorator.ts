/** Parameter decorator: the signed-in `Actor` (id, username, displayName). */
export { type Actor, CurrentActor as CurrentUser } from '../platform/http/index.js';
