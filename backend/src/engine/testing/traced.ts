import { explain } from '../explain.js';
import { createFacts } from '../facts/create.js';
import type { FactsLayout } from '../facts.types.js';
import { compile } from '../program.js';
import type { Requirement, Rule, Selection } from '../rule.types.js';
import { contextOf, LAYOUT, requirementOf, toRecord, type Entry } from './county.js';

/** Every kind of unit is judged. */
export const everywhere = { subjects: ['county', 'bureau:县民政局', 'each_town', 'each_village'] } as const;

type Counting = Rule & { readonly kind: 'count_per_period' };

/** More meetings (or other records) a year than anybody reports. */
export function yearly(count: Partial<Selection> = {}, more: Partial<Counting> = {}): Requirement {
  const rule: Counting = {
    kind: 'count_per_period',
    period: 'calendar_year',
    count: { record: 'meeting', ...count },
    ...more,
  };
  return requirementOf(rule, everywhere, { min: 9 });
}

/** A meeting of the county with its minutes. */
export function meeting(date: string, more: Partial<Entry> = {}, fields: Entry['fields'] = {}): Entry {
  return { type: 'meeting', evidence: ['minutes'], ...more, fields: { date, level: '县政府', ...fields } };
}

/** What is told of the records: the numbers of those counted, then `number reason field` of the others. */
export function traced(
  requirement: Requirement,
  entries: readonly Entry[],
  asOf = '2026-11-24',
  unit = 'c',
  layout: FactsLayout = LAYOUT,
) {
  const facts = createFacts(layout);
  entries.forEach((entry, at) => facts.upsert(toRecord(entry, at + 1)));
  const told = explain(compile([requirement], layout), facts, contextOf(asOf), requirement.id, unit);
  return [told?.counted, ...(told?.notCounted.map(({ id, reason, field }) => `${id} ${reason} ${field}`) ?? [])];
}
