import type { z } from 'zod';
import type { SeedPath } from './seed-file.js';

type Issue = z.core.$ZodIssue;

/** One finding of a schema: where it is, and the Chinese sentence. */
export interface Finding {
  readonly path: SeedPath;
  readonly sentence: string;
}

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字（不加引号）',
  int: '整数（不加引号）',
  boolean: 'true 或 false',
  array: '列表，如 [甲, 乙]',
  object: '一组“键: 值”',
  record: '一组“键: 值”',
};

/** Turns the issues of zod into findings; of a union, those of the variant that fits best. */
export function findings(issues: readonly Issue[], base: SeedPath = []): Finding[] {
  return issues.flatMap((issue) => finding(issue, [...base, ...plain(issue.path)]));
}

function finding(issue: Issue, path: SeedPath): Finding[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && issue.message === UNSAID) {
    return findings(nearest(issue.errors), path);
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], sentence: issue.message }));
  return [{ path, sentence: `${name(path)}${sentence(issue)}` }];
}

/** The message that `error: () => UNSAID` leaves where no schema said its own. */
export const UNSAID = '';

const UNFITTING = '写法不对，请照同类文件里的写法改';

function sentence(issue: Issue): string {
  if (issue.message !== UNSAID) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `缺少这一项，请补上（${KINDS[issue.expected] ?? issue.expected}）`;
      return `要写成${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.input === undefined
        ? `缺少这一项，只能写：${issue.values.map(String).join('、')}`
        : `只能写：${issue.values.map(String).join('、')}`;
    case 'invalid_union':
      // A union told apart by one key (kind, type) says which words that key may have.
      return 'options' in issue && issue.options !== undefined
        ? `只能写：${issue.options.map(String).join('、')}`
        : UNFITTING;
    case 'too_small':
      return `太小或太少，至少 ${String(issue.minimum)}`;
    case 'too_big':
      return `太大或太多，至多 ${String(issue.maximum)}`;
    case 'invalid_key':
      return `键写得不对：${issue.issues.map((inner) => inner.message).join('；')}`;
    default:
      return UNFITTING;
  }
}

/** The variant whose first error lies deepest, then the one with the fewest errors. */
function nearest(variants: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  const rank = (issues: readonly Issue[]) => depth(issues) * 100 - issues.length - (unknownKeys(issues) ? 10 : 0);
  return [...variants].sort((a, b) => rank(b) - rank(a))[0] ?? [];
}

function unknownKeys(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.code === 'unrecognized_keys');
}

function name(path: SeedPath): string {
  const last = path.at(-1);
  return last === undefined ? '' : `“${typeof last === 'number' ? `第 ${last + 1} 项` : last}”：`;
}

function plain(path: readonly PropertyKey[]): SeedPath {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}
