import type { Day, FactsLayout } from './facts.types.js';
import { Tree } from './facts/tree.js';
import { Trees } from './facts/trees.js';
import { kept } from './kept.js';
import { judgeOf } from './kinds/index.js';
import type { Judge } from './kinds/kind.js';
import type { Requirement, Subject } from './rule.types.js';

/** Villages of one size only: at least, or below, the threshold of children. */
export type SizeClass = 'ge' | 'lt' | null;

/** One requirement made ready: its subjects stand at `offset`… of the board. */
export interface CompiledRequirement {
  readonly requirement: Requirement;
  readonly index: number;
  readonly offset: number;
  readonly subjects: Uint16Array;
  readonly size: SizeClass;
  readonly judge: Judge;
}

/** All cells of a county: requirement by requirement, the units of each in the order of the list. */
export interface Program {
  readonly requirements: readonly Requirement[];
  readonly compiled: readonly CompiledRequirement[];
  readonly cells: { readonly requirement: Uint16Array; readonly unit: Uint16Array };
  readonly byId: ReadonlyMap<string, CompiledRequirement>;
}

/**
 * Makes the requirements ready for the units of a day (null: units that never change). Unknown names judge nothing;
 * `check` reports them.
 */
export function compile(requirements: readonly Requirement[], layout: FactsLayout, day: Day | null = null): Program {
  return compileFor(requirements, new Tree(layout.units, day));
}

/** Programs by day; those of one stretch of days, in which no unit changes, are one. */
export class Law {
  private readonly trees: Trees;
  private readonly programs = new Map<number, Program>();

  constructor(
    private readonly requirements: readonly Requirement[],
    layout: FactsLayout,
  ) {
    this.trees = new Trees(layout.units);
  }

  /** The program of the units of a day. */
  on(day: Day): Program {
    return kept(this.programs, this.trees.epochOf(day), () => compileFor(this.requirements, this.trees.on(day)));
  }
}

function compileFor(requirements: readonly Requirement[], tree: Tree): Program {
  const compiled: CompiledRequirement[] = [];
  let offset = 0;
  requirements.forEach((requirement, index) => {
    const subjects = subjectsOf(tree, requirement.subjects);
    compiled.push({
      requirement,
      index,
      offset,
      subjects,
      size: sizeOf(requirement.subjects),
      judge: judgeOf(requirement.rule),
    });
    offset += subjects.length;
  });
  const cells = { requirement: new Uint16Array(offset), unit: new Uint16Array(offset) };
  for (const one of compiled) {
    cells.requirement.fill(one.index, one.offset, one.offset + one.subjects.length);
    cells.unit.set(one.subjects, one.offset);
  }
  return { requirements, compiled, cells, byId: new Map(compiled.map((one) => [one.requirement.id, one])) };
}

function subjectsOf(tree: Tree, subjects: readonly Subject[]): Uint16Array {
  const found = new Set(subjects.flatMap((subject) => tree.subjects(subject)));
  return Uint16Array.from([...found].sort((a, b) => a - b));
}

function sizeOf(subjects: readonly Subject[]): SizeClass {
  if (subjects.includes('each_village_ge100')) return 'ge';
  return subjects.includes('each_village_lt100') ? 'lt' : null;
}
