import type { Author } from './record.types.js';

/** The signed-in person as the author of a change. */
export function authorOf(actor: { readonly id: string; readonly displayName: string }): Author {
  return { id: actor.id, name: actor.displayName };
}
