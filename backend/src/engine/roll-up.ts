import { countsOf, noCounts, outcomeOf, worstOf, type Counts } from './counts.js';
import type { Program } from './program.js';
import { readinessOf, type Readiness } from './readiness.js';
import type { Requirement } from './rule.types.js';
import type { Board, Outcome, VetoState } from './verdict.types.js';
import { vetoStateOfCounts, worstVeto } from './veto.js';

export interface RollupOptions {
  /** Whether implied requirements (推导) count toward their clause (decision 6). */
  readonly implied: boolean;
  /** Parameter `most_percent`. */
  readonly mostPercent: number;
  /** Topic and project of every clause, in the order of the table. */
  readonly clauses: readonly { readonly id: string; readonly topic: string; readonly project: string }[];
}

/** Counts of cells; the outcome of one requirement over the units looked at. */
export interface RequirementRollup {
  readonly id: string;
  readonly clause: string;
  readonly outcome: Outcome;
  readonly counts: Counts;
}

/** Counts of the clause's requirements that decide. A clause without one is not applicable. */
export interface ClauseRollup {
  readonly id: string;
  readonly outcome: Outcome;
  readonly counts: Counts;
  /** State of a veto clause; null for the others. */
  readonly veto: VetoState | null;
}

/** Counts of clauses; veto clauses stay out of topics' and projects' readiness but are counted in their own topic. */
export interface GroupRollup {
  readonly name: string;
  readonly outcome: Outcome;
  readonly counts: Counts;
}

export interface Rollup {
  readonly requirements: readonly RequirementRollup[];
  readonly clauses: readonly ClauseRollup[];
  readonly topics: readonly GroupRollup[];
  readonly projects: readonly GroupRollup[];
  readonly readiness: Readiness;
  readonly veto: VetoState;
}

/** Rolls a board up over a set of units (indices); a subtree's counts are the sum of its parts' (decision 9). */
export function rollUp(program: Program, board: Board, scope: ReadonlySet<number>, options: RollupOptions): Rollup {
  return rollUpCounts(program.requirements, countCells(program, board, scope), options);
}

/** The same from counts alone: `counts[i]` are those of requirement i; left out, it has no cell. */
export function rollUpCounts(
  all: readonly Requirement[],
  counts: readonly (Counts | undefined)[],
  options: RollupOptions,
): Rollup {
  const judged = all.map((requirement, index) => {
    const own = counts[index] ?? noCounts();
    // A veto knows no "most": one triggered or unproven cell decides (decision 12).
    const outcome = requirement.veto ? worstVetoOutcome(own) : outcomeOf(own, options.mostPercent);
    return { requirement, rollup: { id: requirement.id, clause: requirement.clause, outcome, counts: own } };
  });
  const clauses = options.clauses.map(({ id }) => clauseOf(judged, id, options.implied));
  const requirements = judged.map(({ rollup }) => rollup);
  return fromClauses(requirements, clauses, options);
}

/** Topics, projects and readiness from the clauses; `requirements` is handed on. */
export function fromClauses(
  requirements: readonly RequirementRollup[],
  clauses: readonly ClauseRollup[],
  options: RollupOptions,
): Rollup {
  const vetoes = clauses.flatMap((clause) => (clause.veto === null ? [] : [clause.veto]));
  const plain = clauses.filter((clause) => clause.veto === null).map((clause) => clause.outcome);
  return {
    requirements,
    clauses,
    topics: groupBy(clauses, options, (clause) => clause.topic),
    projects: groupBy(clauses, options, (clause) => clause.project),
    readiness: readinessOf(plain, vetoes),
    veto: worstVeto(vetoes),
  };
}

/** Triggered before at risk before unproven: the same order that `worstVeto` takes. */
function worstVetoOutcome(counts: Counts): Outcome {
  const [, atRisk = 0, unmet = 0] = counts;
  if (unmet > 0) return 'unmet';
  return atRisk > 0 ? 'atRisk' : worstOf(counts);
}

/** Counts of outcomes by requirement index. */
export function countCells(program: Program, board: Board, scope: ReadonlySet<number>): readonly Counts[] {
  return program.compiled.map(({ subjects, offset }) => {
    const counts = noCounts();
    subjects.forEach((unit, place) => {
      const outcome = board.outcome[offset + place] ?? 0;
      if (scope.has(unit)) counts[outcome] = (counts[outcome] ?? 0) + 1;
    });
    return counts;
  });
}

interface JudgedRequirement {
  readonly requirement: Requirement;
  readonly rollup: RequirementRollup;
}

function clauseOf(all: readonly JudgedRequirement[], id: string, implied: boolean): ClauseRollup {
  const own = all.filter(({ requirement }) => requirement.clause === id);
  const deciding = own.filter(({ requirement }) => implied || requirement.strength === 'explicit');
  const counts = countsOf(deciding.map(({ rollup }) => rollup.outcome));
  const vetoes = deciding
    .filter(({ requirement }) => requirement.veto)
    .map(({ rollup }) => vetoStateOfCounts(rollup.counts));
  const isVeto = own.some(({ requirement }) => requirement.veto);
  return { id, outcome: worstOf(counts), counts, veto: isVeto ? worstVeto(vetoes) : null };
}

function groupBy(
  clauses: readonly ClauseRollup[],
  options: RollupOptions,
  nameOf: (clause: RollupOptions['clauses'][number]) => string,
): readonly GroupRollup[] {
  const names = options.clauses.map(nameOf);
  return [...new Set(names)].map((name) => {
    const own = clauses.filter((_, at) => names[at] === name);
    const counts = countsOf(own.map((clause) => clause.outcome));
    return { name, outcome: worstOf(counts), counts };
  });
}
