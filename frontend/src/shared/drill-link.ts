/** Any page may open the explanations on its right edge by the address: `?topic=3&of=370323` or `?cell=1.1.3.a@370323`. */
import type { LocationQuery, LocationQueryRaw } from 'vue-router';

export interface DrillTarget {
  /** Order of the topic, 1–16. */
  readonly topic: number | null;
  /** Unit whose subtree is looked at. */
  readonly of: string | null;
  readonly clause: string | null;
  readonly cell: { readonly requirementId: string; readonly unitCode: string } | null;
}

const single = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What the address asks to be explained. */
export function drillTarget(query: LocationQuery): DrillTarget {
  const topic = Number(single(query.topic) ?? Number.NaN);
  const [requirementId, unitCode] = (single(query.cell) ?? '').split('@');
  return {
    topic: Number.isInteger(topic) && topic > 0 ? topic : null,
    of: single(query.of),
    clause: single(query.clause),
    cell: requirementId && unitCode ? { requirementId, unitCode } : null,
  };
}

/** The same page with nothing explained. */
export function withoutDrill(query: LocationQueryRaw): LocationQueryRaw {
  const { topic: _topic, of: _of, clause: _clause, cell: _cell, ...rest } = query;
  return rest;
}

/** The same page with the clauses of a topic explained for a unit and what belongs to it. */
export function topicQuery(query: LocationQueryRaw, topic: number, of: string, clause?: string): LocationQueryRaw {
  return { ...withoutDrill(query), topic: String(topic), of, ...(clause ? { clause } : {}) };
}

/** The same page with one cell explained; a topic that was open stays to come back to. */
export function cellQuery(query: LocationQueryRaw, requirementId: string, unitCode: string): LocationQueryRaw {
  return { ...query, cell: `${requirementId}@${unitCode}` };
}
