import type { CaseStep, Rule } from '../rule.types.js';
import { requirementOf, type Entry } from './county.js';

/** Cases of one register of the small county: found by a town, handled by 县公安局. */

/** Every case of the register is handled by these steps: 24 hours, 7 days, every 30 days. */
export const handled = (steps: readonly CaseStep[], outcomes?: readonly string[]) =>
  requirementOf(
    {
      kind: 'every_case_handled',
      period: 'month',
      register: '强制报告',
      source: {
        type: 'cases',
        of: { record: 'case', where: { register: { any: ['强制报告'] } }, from: 'county' },
        base: 'found_at',
        steps,
        ...(outcomes === undefined ? {} : { outcomes }),
      },
    },
    { subjects: ['bureau:县公安局'] },
    { hours: 24, days: 7, repeat: 30 },
  );
/** The cases of a register as a unit's monthly numbers: handled in time of accepted. */
export const MONTHLY_NUMBERS: Rule = {
  kind: 'every_case_handled',
  period: 'month',
  register: '强制报告',
  source: {
    type: 'statistic',
    of: { record: 'indicator_value' },
    numerator: 'numerator',
    denominator: 'denominator',
    zeroFlag: 'none_eligible',
  },
};
/** Reported within the 24 hours. */
export const report: CaseStep = { step: '报告', from: 'found_at', within: { number: 'hours', unit: 'hours' } };
/** The one case, number 500. */
export const found = (found_at: string, more: Entry['fields'] = {}): Entry => ({
  type: 'case',
  unit: 't1',
  id: 500,
  fields: { register: '强制报告', found_at, ...more },
});
/** A step of that case. */
export const step = (name: string, done_at: string, rest: Partial<Entry> = {}): Entry => ({
  type: 'case_step',
  unit: 'b2',
  fields: { case: 500, step: name, done_at },
  ...rest,
});
