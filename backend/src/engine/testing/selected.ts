import { formatDay } from '../days.js';
import { createFacts } from '../facts/create.js';
import type { Facts } from '../facts/facts.js';
import { pick } from '../facts/selection.js';
import { viewsOf } from '../facts/view.js';
import type { View, Views } from '../facts/view.types.js';
import { NO_DAY, type FactsLayout } from '../facts.types.js';
import type { Selection } from '../rule.types.js';
import { day, LAYOUT, toRecord, type Entry } from './county.js';

/** Facts with these records, numbered from 1. */
export function filled(entries: readonly Entry[], layout: FactsLayout = LAYOUT): Facts {
  const facts = createFacts(layout);
  entries.forEach((entry, at) => facts.upsert(toRecord(entry, at + 1)));
  return facts;
}

/** The rows of a selection as the units of a day hold them. */
export function viewsOn(
  facts: Facts,
  selection: Selection,
  asOf = '2026-11-24',
  numbers: Readonly<Record<string, number>> = {},
): Views {
  return viewsOf(facts, facts.treeOn(day(asOf)), pick(facts, selection), (name) => numbers[name] ?? NaN);
}

/** Each row as `record unit` and, where they are wished for, more of its columns; `-` stands for no unit and no day. */
export function told(facts: Facts, { record }: Selection, view: View, ...more: readonly (keyof View)[]): string[] {
  const ids = facts.tables.get(record)?.id ?? [];
  return Array.from(view.rows, (row, at) => {
    const words = more.map((name) => wordOf(facts, name, view, at));
    return [ids[row], unitCode(facts, view.units[at]), ...words].join(' ');
  });
}

function wordOf(facts: Facts, name: keyof View, view: View, at: number): string {
  const column = view[name];
  if (typeof column === 'number') return String(column);
  if (name === 'origins') return unitCode(facts, view.origins[at]);
  return name === 'weights' || name === 'lacks' ? String(column[at]) : dayText(column[at]);
}

const unitCode = (facts: Facts, unit = -1) => facts.tree.units[unit]?.code ?? '-';

/** A day as text; `-` where there is none. */
export const dayText = (at = NO_DAY) => (at === NO_DAY ? '-' : formatDay(at));
