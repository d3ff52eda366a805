import type { Actor } from '../platform/http/actor.js';

/** A request's login. */
export interface Identity {
  readonly actor: Actor;
  /** Only the password may be changed and the session be looked at or ended. */
  readonly mustChangePassword: boolean;
}
