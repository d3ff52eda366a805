import type { NumberName, Reach, Selection } from '../rule.types.js';
import type { Column } from './column.js';
import type { Table } from './table.js';
import type { Test } from './tests.js';
import type { KeptViews } from './view.types.js';

/** A selection tied to the columns of one `Facts`. */
export interface Picked {
  readonly selection: Selection;
  readonly table: Table;
  readonly tests: readonly Test[];
  readonly wants: readonly Test[];
  readonly attachments: number;
  /** Whether any file at all has to be attached. */
  readonly evidenced: boolean;
  readonly reach: Reach;
  /** The homes behind the records, where the selection asks for those of a village's homes. */
  readonly places: Table | null;
  /** Days of a further field that ends the record. */
  readonly alsoUntil: Extract<Column, { readonly kind: 'day' }> | null;
  /** Its rows by the thresholds and the units of a day; shared with every selection that asks for the same rows. */
  readonly views: Map<string | number, KeptViews>;
  readonly thresholds: readonly NumberName[];
}
