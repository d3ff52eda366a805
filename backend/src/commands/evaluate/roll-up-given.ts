import { z } from 'zod';
import {
  countsOf,
  fromClauses,
  OUTCOMES,
  rollUpCounts,
  VETO_STATES,
  type ClauseRollup,
  type Counts,
  type Outcome,
  type Rollup,
  type RollupOptions,
  type VetoState,
} from '../../engine/index.js';
import { BAND_LABELS } from '../../scorecard/index.js';
import { type Read, readParsed, type SeedProblem, type StandardService, strict } from '../../standard/index.js';

const outcome = z.enum(OUTCOMES);
const counts = z.partialRecord(outcome, z.int().min(0));

/** Cells as counts by outcome per requirement, or clauses by their outcome (veto clauses by their state). Not both. */
const givenFile = strict({
  implied: z.boolean().default(false),
  requirements: z.record(z.string(), counts).optional(),
  clauses: z.record(z.string(), z.union([outcome, z.enum(VETO_STATES)])).optional(),
}).refine((given) => (given.requirements === undefined) !== (given.clauses === undefined), {
  error: '写 requirements（检查点 → 各结果的单位数）或 clauses（条文 → 结果），写且只写一个',
});

export type Given = z.output<typeof givenFile>;

/** Reads a file of counts; numbers of requirements and clauses that the table does not have are refused. */
export function readGivenFile(path: string, standard: StandardService): Read<Given> {
  const problems: SeedProblem[] = [];
  const parsed = readParsed('', path, givenFile, problems);
  if (parsed === null) return { ok: false, problems };
  const refuse = (list: 'requirements' | 'clauses', name: string, sentence: string) =>
    problems.push({ file: path, line: parsed.seed.lineOf([list, name]), sentence });
  for (const id of Object.keys(parsed.spec.requirements ?? {}))
    if (standard.requirement(id) === null) refuse('requirements', id, `没有“${id}”这个检查点，编号如 1.1.3.a`);
  for (const [id, said] of Object.entries(parsed.spec.clauses ?? {})) {
    const clause = standard.clause(id);
    if (clause === null) refuse('clauses', id, `没有“${id}”这一条，编号如 1.1.3`);
    else if (isVeto(standard, id) !== isVetoState(said))
      refuse('clauses', id, `“${id}”只能写：${(isVeto(standard, id) ? VETO_STATES : OUTCOMES).join('、')}`);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.spec };
}

/** States of requirements, clauses, topics, projects and the county from what was given. Clauses left out have no cell. */
export function rollUpGiven(standard: StandardService, given: Given, mostPercent: number) {
  const topics = standard.standard.topicSpecs;
  const options: RollupOptions = {
    implied: given.implied,
    mostPercent,
    clauses: topics.flatMap(({ topic, project, clauses }) => clauses.map(({ id }) => ({ id, topic, project }))),
  };
  const { requirements = {} } = given;
  const rollup =
    given.clauses === undefined
      ? rollUpCounts(
          standard.requirements,
          standard.requirements.map(({ id }) => requirements[id] && inOrder(requirements[id])),
          options,
        )
      : fromClauses([], clausesOf(standard, given.clauses, options), options);
  return printed(rollup);
}

function inOrder(given: Readonly<Partial<Record<Outcome, number>>>): Counts {
  return OUTCOMES.map((one) => given[one] ?? 0);
}

function clausesOf(
  standard: StandardService,
  said: NonNullable<Given['clauses']>,
  { clauses }: RollupOptions,
): readonly ClauseRollup[] {
  return clauses.map(({ id }) => {
    const state = said[id];
    if (!isVeto(standard, id)) {
      const own: Outcome = state !== undefined && !isVetoState(state) ? state : 'notApplicable';
      return { id, outcome: own, counts: countsOf(state === undefined ? [] : [own]), veto: null };
    }
    const veto: VetoState = state !== undefined && isVetoState(state) ? state : 'unproven';
    const own = OUTCOME_OF_VETO[veto];
    return { id, outcome: own, counts: countsOf([own]), veto };
  });
}

const OUTCOME_OF_VETO: Readonly<Record<VetoState, Outcome>> = {
  clear: 'met',
  unproven: 'noData',
  atRisk: 'atRisk',
  triggered: 'unmet',
};

function isVeto(standard: StandardService, clause: string): boolean {
  return standard.requirements.some((requirement) => requirement.clause === clause && requirement.veto);
}

/** `atRisk` is a state of both. */
function isVetoState(said: Outcome | VetoState): said is VetoState {
  return VETO_STATES.some((state) => state === said);
}

function printed(rollup: Rollup) {
  const named = (all: Counts) => Object.fromEntries(OUTCOMES.map((one, at) => [one, all[at] ?? 0]));
  const { readiness } = rollup;
  return {
    readiness: { ...readiness, counts: named(readiness.counts), bandLabel: BAND_LABELS[readiness.band] },
    veto: rollup.veto,
    projects: rollup.projects.map((group) => ({ ...group, counts: named(group.counts) })),
    topics: rollup.topics.map((group) => ({ ...group, counts: named(group.counts) })),
    clauses: rollup.clauses.map((clause) => ({ ...clause, counts: named(clause.counts) })),
    requirements: rollup.requirements.map((one) => ({ ...one, counts: named(one.counts) })),
  };
}
