import type { Sitting } from './judging.service.js';

/**
 * Who reports, by the names of the as-of day: the standard writes the bureaus' names of its own time, with words around
 * them (县卫计局或医保部门提供，县民政局填报). Words for groups of units stay as they are.
 */
export function ownerOn(owner: string, { book, asOf }: Pick<Sitting, 'book' | 'asOf'>): string {
  const borne = book.histories.flatMap(({ states }) =>
    states.flatMap(({ kind, shortName }) => (kind === 'bureau' ? [shortName] : [])),
  );
  return borne
    .filter((name) => owner.includes(name))
    .reduce((text, name) => text.replaceAll(name, book.named(name, asOf)?.shortName ?? name), owner);
}
