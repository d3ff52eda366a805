import { blankReason } from './evaluate.js';
import type { Facts } from './facts/facts.js';
import { Draft, toVerdict } from './judge/draft.js';
import { Env, Run } from './judge/env.js';
import { finish } from './judge/finish.js';
import { NOT_DUE } from './judge/codes.js';
import { bornOf } from './judge/groups.js';
import { villageSizes } from './judge/sizes.js';
import type { Sink } from './kinds/kind.js';
import type { CompiledRequirement, Program } from './program.js';
import { traceLooks } from './trace.js';
import { unknownYearsOf } from './unknown-years.js';
import type { Context, Explanation, Verdict } from './verdict.types.js';

/**
 * One cell with what was counted, what was not and why, and what is missing. Runs the same judging code as `evaluate`,
 * for a single subject; null when the requirement does not judge the unit.
 */
export function explain(
  program: Program,
  facts: Facts,
  context: Context,
  requirementId: string,
  unitCode: string,
): Explanation | null {
  const compiled = program.byId.get(requirementId);
  const unit = facts.unitIndex(unitCode) ?? -1;
  if (compiled === undefined || !compiled.subjects.includes(unit)) return null;
  const blank = blankReason(context);
  if (blank !== null) return plain(toVerdict(new Draft().clear().say(NOT_DUE, blank)));
  const env = new Env(facts, context, bornOf(new Env(facts, context), unit));
  const run = new Run(env, compiled.requirement, Uint16Array.of(unit));
  const sink = new OneCell(env, compiled, villageSizes(env), unit);
  compiled.judge.judge(run, sink);
  env.release();
  const { verdict, other } = sink;
  if (verdict.reason === 'wrongSize' || verdict.reason === 'sizeUnknown') return plain(verdict);
  const { looks, missing, parts } = compiled.judge.detail(run, verdict);
  env.release();
  // The records are told by the conditions that decided: a closed period's are those of its last day.
  const unknownYears = unknownYearsOf(env, compiled.requirement, verdict);
  const decided = run.on(Math.min(context.asOf, verdict.to ?? context.asOf));
  return { verdict, other, ...traceLooks(decided, looks, unit), missing, unknownYears, parts };
}

function plain(verdict: Verdict): Explanation {
  return { verdict, other: null, counted: [], notCounted: [], missing: [], unknownYears: [], parts: [] };
}

class OneCell implements Sink {
  /** Every judge puts one for each of its subjects. */
  verdict: Verdict = toVerdict(new Draft());
  other: Verdict | null = null;

  constructor(
    private readonly env: Env,
    private readonly compiled: CompiledRequirement,
    private readonly sizes: Uint8Array,
    private readonly unit: number,
  ) {}

  put(_place: number, deciding: Draft, other: Draft | null): void {
    finish(this.env, this.compiled, this.sizes, this.unit, deciding);
    this.verdict = toVerdict(deciding);
    if (other === null) return;
    finish(this.env, this.compiled, this.sizes, this.unit, other);
    this.other = toVerdict(other);
  }
}
