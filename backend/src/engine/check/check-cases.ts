import type { CaseSource, CaseStep } from '../rule.types.js';
import type { Checker } from './checker.js';

/** Steps, clocks and outcomes of a case source. */
export function checkCases(checker: Checker, source: CaseSource): void {
  const path = 'rule.source';
  checker.selection(`${path}.of`, source.of);
  const { record } = source.of;
  if (source.type === 'statistic') {
    checker.numberField(`${path}.numerator`, record, source.numerator);
    checker.numberField(`${path}.denominator`, record, source.denominator);
    checker.field(`${path}.zeroFlag`, record, source.zeroFlag, ['flag']);
    return;
  }
  checker.field(`${path}.base`, record, source.base, ['instant', 'day']);
  if (source.steps.length === 0) checker.say(`${path}.steps`, 'emptyList', 'steps');
  source.steps.forEach((step, at) => checkStep(checker, `${path}.steps.${at}`, record, step));
  if (source.outcomes !== undefined) {
    const field = checker.field(`${path}.outcomes`, record, 'outcome', ['choice']);
    checker.optionsOf(`${path}.outcomes`, field, source.outcomes);
  }
}

function checkStep(checker: Checker, path: string, record: string, step: CaseStep): void {
  if (step.field === undefined) checkStepName(checker, `${path}.step`, step.step);
  else checker.field(`${path}.field`, record, step.field, ['instant', 'day']);
  for (const [at, other] of (step.or ?? []).entries()) {
    checkStepName(checker, `${path}.or.${at}.step`, other.step);
    if (other.having !== undefined) checker.field(`${path}.or.${at}.having`, 'case_step', other.having);
  }
  if (step.before !== undefined) checkStepName(checker, `${path}.before`, step.before);
  if (step.within !== undefined) checker.number(`${path}.within`, step.within.number);
  if (step.every !== undefined) checker.number(`${path}.every`, step.every);
  // A clock starts at a field of the case (ASCII names) or at another step.
  if (step.from !== undefined && /^[a-z_0-9]+$/.test(step.from))
    checker.field(`${path}.from`, record, step.from, ['instant', 'day']);
  else if (step.from !== undefined) checkStepName(checker, `${path}.from`, step.from);
}

function checkStepName(checker: Checker, path: string, name: string): void {
  const field = checker.field(path, 'case_step', 'step', ['choice']);
  if (field?.options?.includes(name) !== true) checker.say(path, 'unknownStep', name);
}
