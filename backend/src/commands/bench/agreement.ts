import { OUTCOMES, type Program } from '../../engine/index.js';
import type { CellValues } from './hand-written.js';

/** FNV-1a over outcome and measured of all cells; NaN counts as one value of its own. */
export function checksum({ outcome, measured }: CellValues): string {
  let hash = 0x811c9dc5;
  const mix = (value: number) => {
    hash = Math.imul(hash ^ value, 0x01000193) >>> 0;
  };
  for (let at = 0; at < outcome.length; at += 1) {
    mix(outcome[at] ?? 255);
    const value = measured[at] ?? NaN;
    mix(Number.isNaN(value) ? 0xffff : Math.round(value * 100) | 0);
  }
  return hash.toString(16).padStart(8, '0');
}

/** The first cells in which two contestants differ, in words; empty when they agree. */
export function differences(program: Program, one: CellValues, other: CellValues, most = 12): readonly string[] {
  if (one.outcome.length !== other.outcome.length)
    return [`${one.outcome.length} cells against ${other.outcome.length}`];
  const found: string[] = [];
  for (let at = 0; at < one.outcome.length && found.length < most; at += 1) {
    if (one.outcome[at] === other.outcome[at] && Object.is(one.measured[at], other.measured[at])) continue;
    const requirement = program.requirements[program.cells.requirement[at] ?? 0]?.id ?? '';
    const said = ({ outcome, measured }: CellValues) => `${OUTCOMES[outcome[at] ?? 0] ?? ''} ${measured[at] ?? NaN}`;
    found.push(`${requirement} unit ${program.cells.unit[at] ?? -1}: ${said(one)} against ${said(other)}`);
  }
  return found;
}
