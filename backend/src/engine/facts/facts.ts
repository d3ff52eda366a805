import type { Day, FactsLayout, RecordFact } from '../facts.types.js';
import type { Selection } from '../rule.types.js';
import type { Picked } from './picked.types.js';
import { Table } from './table.js';
import type { Tree } from './tree.js';
import { Trees } from './trees.js';
import type { CaseIndex, KeptViews } from './view.types.js';

/** The records of one county as typed columns. Changed only through `upsert`. */
export class Facts {
  /** Counts up with every change. */
  version = 0;
  readonly tables: ReadonlyMap<string, Table>;
  /** All units ever, as they were first. */
  readonly tree: Tree;
  private readonly trees: Trees;
  readonly evidenceCodes: ReadonlyMap<string, number>;
  /** Derived values by key, each good for certain table versions only. */
  readonly views = new Map<string, Map<string | number, KeptViews>>();
  readonly picks = new WeakMap<Selection, { readonly picked: Picked | null }>();
  readonly caseIndexes = new Map<string, { readonly stamp: string; readonly value: CaseIndex }>();

  constructor(readonly layout: FactsLayout) {
    this.trees = new Trees(layout.units);
    this.tree = this.trees.base;
    this.tables = new Map(layout.recordTypes.map((spec) => [spec.id, new Table(spec)]));
    this.evidenceCodes = new Map(layout.evidenceTypes.map((type, code) => [type, code]));
  }

  /** Takes a record in, or replaces the one with the same number. Unknown record types are left out. */
  upsert(record: RecordFact): void {
    const table = this.tables.get(record.type);
    if (table === undefined) return;
    table.write(record, this.tree.indexOf, this.evidenceCodes);
    this.version += 1;
  }

  /** The units of a day. */
  treeOn(day: Day): Tree {
    return this.trees.on(day);
  }

  /** Index of a unit by its code; null when the layout does not have it. */
  unitIndex(code: string): number | null {
    return this.tree.indexOf.get(code) ?? null;
  }
}
