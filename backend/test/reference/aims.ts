import type { FactsLayout, Requirement, UnitFact } from '../../src/engine/index.js';

/** The conditions that rules put on records of a type, so that records can be aimed at them. */
export function aimsOf(requirements: readonly Requirement[]): ReadonlyMap<string, readonly Record<string, unknown>[]> {
  const aims = new Map<string, Record<string, unknown>[]>();
  const walk = (node: unknown, subjects: readonly string[]): void => {
    if (node === null || typeof node !== 'object') return;
    const it = node as Record<string, unknown>;
    if (typeof it['record'] === 'string') {
      aims.set(it['record'], [
        ...(aims.get(it['record']) ?? []),
        { where: it['where'], wants: it['wants'], attachments: it['attachments'], subjects },
      ]);
    }
    if (Array.isArray(it['papers'])) {
      for (const paper of it['papers'] as Record<string, unknown>[]) {
        const where = { doc_type: { any: [paper['type']] }, ...(paper['where'] as object | undefined) };
        aims.set('document', [...(aims.get('document') ?? []), { where, wants: paper['wants'], subjects }]);
      }
    }
    for (const value of Object.values(it)) walk(value, subjects);
  };
  for (const requirement of requirements) walk(requirement.rule, requirement.subjects);
  return aims;
}

export function subjectUnits(layout: FactsLayout, subjects: readonly string[]): UnitFact[] {
  return layout.units.filter(
    ({ kind, shortName }) =>
      subjects.includes(`bureau:${shortName}`) ||
      (subjects.includes('county') && kind === 'county') ||
      (subjects.includes('each_town') && (kind === 'town' || kind === 'street')) ||
      (subjects.some((subject) => subject.startsWith('each_village')) && (kind === 'village' || kind === 'community')),
  );
}
