import type { Day, UnitFact } from '../facts.types.js';
import { kept } from '../kept.js';
import { Tree } from './tree.js';
import { changeDays } from './unit-state.js';

/** The units through time: one tree for each stretch of days in which nothing about them changes. */
export class Trees {
  /** All units ever, as they were first: for names and numbers that hold on any day. */
  readonly base: Tree;
  private readonly days: readonly Day[];
  private readonly found = new Map<number, Tree>();

  constructor(private readonly units: readonly UnitFact[]) {
    this.base = new Tree(units);
    this.days = changeDays(units);
  }

  /** Number of the stretch that contains the day, from 0. */
  epochOf(day: Day): number {
    return this.days.filter((change) => change <= day).length;
  }

  on(day: Day): Tree {
    const epoch = this.epochOf(day);
    return kept(this.found, epoch, () => new Tree(this.units, day, epoch));
  }
}
