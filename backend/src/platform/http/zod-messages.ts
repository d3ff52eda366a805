import { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const KINDS: Readonly<Record<string, string>> = {
  string: '请填写文字，例如“无”',
  number: '请填写数字，例如 12',
  int: '请填写整数，例如 12',
  boolean: '只能是“是”或“否”（true 或 false）',
  array: '请用列表，例如 ["…"]',
  object: '请用 {"名称": 值} 的形式',
  record: '请用 {"名称": 值} 的形式',
  null: '只能留空',
};

function sizeMessage(issue: Issue & { code: 'too_small' | 'too_big' }): string {
  const small = issue.code === 'too_small';
  const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  switch (issue.origin) {
    case 'string':
      if (small && limit === '1') return '不能为空，请填写';
      return small ? `至少要写 ${limit} 个字` : `最多写 ${limit} 个字`;
    case 'array':
    case 'set':
    case 'map':
      return small ? `至少要有 ${limit} 项` : `最多 ${limit} 项`;
    default:
      return small ? `不能小于 ${limit}` : `不能大于 ${limit}`;
  }
}

/** Chinese sentences for what a schema refuses; null leaves it to zod's own Chinese texts. */
function chinese(issue: Issue): string | null {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return '缺少这一项，请填写';
      return KINDS[issue.expected] ?? null;
    case 'too_small':
    case 'too_big':
      return sizeMessage(issue);
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')} 之一`;
    case 'unrecognized_keys':
      return `没有“${issue.keys.join('”“')}”这一项，请去掉`;
    default:
      return null;
  }
}

/** Makes every schema of the program speak Chinese. Called once, when the HTTP layer is loaded. */
export function speakChinese(): void {
  z.config({ ...z.locales.zhCN(), customError: (issue) => chinese(issue) ?? undefined });
}
