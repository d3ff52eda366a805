import { findings, UNSAID } from '../loader/issue-sentence.js';
import { requirementSpec } from '../schema/topic.schema.js';
import type { ReadingChange, RequirementSpec } from '../standard.types.js';
import { setAt, wayOf } from './set-at.js';

/** From-day of a value that a reading sets for all days. */
const EVER = '1949-10-01';

/** The requirement after one change (null: not asked any more), or the Chinese sentence why the change does not fit. */
export type Changed =
  | { readonly ok: true; readonly requirement: RequirementSpec | null }
  | { readonly ok: false; readonly sentence: string };

/** One value for all days, in place of what stood there; keeps the first from-day. */
export function always(values: Readonly<Record<string, number>> | undefined, value: number): Record<string, number> {
  return { [Object.keys(values ?? {}).sort()[0] ?? EVER]: value };
}

/** Changes a requirement as one line of a reading says. Changes of parameters leave it as it is. Pure. */
export function applyChange(requirement: RequirementSpec, change: ReadingChange): Changed {
  if ('parameter' in change) return { ok: true, requirement };
  if ('off' in change) return { ok: true, requirement: null };
  if ('number' in change) return changeNumber(requirement, change.number, change.value);
  const set = setAt(requirement, wayOf(change.at), 'remove' in change ? undefined : change.value);
  if (set === null) return { ok: false, sentence: `检查点 ${requirement.id} 里没有“${change.at}”这个位置` };
  const parsed = requirementSpec.safeParse(set.data, { reportInput: true, error: () => UNSAID });
  if (parsed.success) return { ok: true, requirement: parsed.data };
  const [first] = findings(parsed.error.issues);
  return { ok: false, sentence: `“${change.at}”改成这样不合写法：${first?.sentence ?? ''}` };
}

function changeNumber(requirement: RequirementSpec, name: string, value: number): Changed {
  const number = requirement.numbers[name];
  if (number === undefined) return { ok: false, sentence: `检查点 ${requirement.id} 里没有数字“${name}”` };
  const { unit, says, values } = number;
  const numbers = { ...requirement.numbers, [name]: { unit, says, values: always(values, value) } };
  return { ok: true, requirement: { ...requirement, numbers } };
}
