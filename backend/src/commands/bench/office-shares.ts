import { firstAt } from './counted-cells.js';
import type { Span } from './plain-clock.js';
import type { PlainRows, PlainUnits } from './plain-rows.js';
import { emptyPart, takesRow, type Measured, type Part } from './share-cells.js';
import { isInForce } from './standing-cells.js';

function measured(rows: PlainRows, of: (waiting: boolean) => Part): Measured {
  const part = of(false);
  return { parts: [part], waiting: [rows.anyWaiting ? of(true) : part] };
}

/** Seen where anything is there; never more than everybody. */
function settled(part: Part): Part {
  for (let unit = 0; unit < part.seen.length; unit += 1) {
    const [above, below] = [part.above[unit] ?? 0, part.below[unit] ?? 0];
    part.seen[unit] = above > 0 || below > 0 ? 1 : 0;
    part.above[unit] = Math.min(above, below);
  }
  return part;
}

/** 1.1.1.b: two numbers of the latest paper in force. */
export function latestPart(
  rows: PlainRows,
  above: Float64Array,
  below: Float64Array,
  units: number,
  span: Span,
): Measured {
  return measured(rows, (waiting) => {
    const part = emptyPart(units);
    for (let at = 0; at < rows.length; at += 1) {
      if (!isInForce(rows, at, span, waiting)) continue;
      const unit = rows.unit[at] ?? 0;
      part.above[unit] = above[at] ?? 0;
      part.below[unit] = below[at] ?? 0;
    }
    return settled(part);
  });
}

/** 1.1.3.d: events with a mark among all. */
export function sharePart(rows: PlainRows, having: Uint8Array, units: number, span: Span): Measured {
  return measured(rows, (waiting) => {
    const part = emptyPart(units);
    const high = firstAt(rows.day, span.at + 1);
    for (let at = firstAt(rows.day, span.from); at < high; at += 1) {
      if (!takesRow(rows, at, span, waiting)) continue;
      const unit = rows.unit[at] ?? 0;
      part.below[unit] = (part.below[unit] ?? 0) + 1;
      if (having[at] === 1) part.above[unit] = (part.above[unit] ?? 0) + 1;
    }
    part.seen.set(part.below);
    return part;
  });
}

/** 5.4.1.c: a sum of the marked records of a sum of all. */
export function summedPart(
  rows: PlainRows,
  marked: Uint8Array,
  above: Float64Array,
  below: Float64Array,
  units: number,
  span: Span,
): Measured {
  return measured(rows, (waiting) => {
    const part = emptyPart(units);
    const high = firstAt(rows.day, span.at + 1);
    for (let at = firstAt(rows.day, span.from); at < high; at += 1) {
      if (!takesRow(rows, at, span, waiting)) continue;
      const unit = rows.unit[at] ?? 0;
      part.below[unit] = (part.below[unit] ?? 0) + (below[at] ?? 0);
      if (marked[at] === 1) part.above[unit] = (part.above[unit] ?? 0) + (above[at] ?? 0);
    }
    return settled(part);
  });
}

/** Events that name units, and the units that should be named. */
export interface Among {
  readonly rows: PlainRows;
  readonly field: string;
  readonly among: Int16Array;
}

/** 4.1.2.f, 5.1.3.c: how many of the units the records name, at most thirty-one. */
export function distinctParts({ rows, field, among }: Among, units: PlainUnits): (span: Span) => Measured {
  const place = new Map(Array.from(among, (unit, bit) => [unit, bit]));
  const named = Int32Array.from(rows.placed, ({ record }) => {
    const codes = record.fields[field];
    let mask = 0;
    for (const code of Array.isArray(codes) ? codes : []) {
      const bit = place.get(units.indexOf.get(String(code)) ?? -1);
      if (bit !== undefined) mask |= 1 << bit;
    }
    return mask;
  });
  return (span) =>
    measured(rows, (waiting) => {
      const part = emptyPart(units.count);
      const masks = new Int32Array(units.count);
      const high = firstAt(rows.day, span.at + 1);
      for (let at = firstAt(rows.day, span.from); at < high; at += 1) {
        const unit = rows.unit[at] ?? 0;
        if (takesRow(rows, at, span, waiting)) masks[unit] = (masks[unit] ?? 0) | (named[at] ?? 0);
      }
      for (let unit = 0; unit < units.count; unit += 1) {
        let count = 0;
        for (let rest = masks[unit] ?? 0; rest !== 0; rest &= rest - 1) count += 1;
        part.above[unit] = count;
        part.seen[unit] = count > 0 ? 1 : 0;
      }
      part.below.fill(among.length);
      return part;
    });
}
