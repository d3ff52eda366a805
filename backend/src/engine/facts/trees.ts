import type { Day, UnitFact } from '../facts.types.js';
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
    let epoch = 0;
    while (epoch < this.days.length && (this.days[epoch] ?? 0) <= day) epoch += 1;
    return epoch;
  }

  on(day: Day): Tree {
    if (this.days.length === 0) return this.base;
    const epoch = this.epochOf(day);
    let tree = this.found.get(epoch);
    if (tree === undefined) this.found.set(epoch, (tree = new Tree(this.units, day, epoch)));
    return tree;
  }
}
