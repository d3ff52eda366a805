import { DomainError } from '../errors/index.js';

const DEEPEST = 32;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** What no keyboard types and no XML, so no workbook, may hold. Tabs and line breaks are left to the fields. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/u;

/**
 * Refuses what no form ever sends and what later breaks recursion, the database or a workbook: values nested deeper than
 * 32 levels, and control characters and halves of a pair in texts and names. Walks without recursion.
 */
export function refuseUnsafe(body: unknown): void {
  const stack: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { value, depth } = item;
    if (typeof value === 'string') refuseText(value);
    if (typeof value !== 'object' || value === null) continue;
    if (Buffer.isBuffer(value)) continue;
    if (depth >= DEEPEST) {
      throw new DomainError('invalid', 'platform.tooDeep', `内容嵌套太深，最多 ${DEEPEST} 层；请按接口说明填写`);
    }
    for (const [key, inner] of Object.entries(value)) {
      refuseText(key);
      stack.push({ value: inner, depth: depth + 1 });
    }
  }
}

function refuseText(text: string): void {
  if (CONTROL.test(text)) {
    throw new DomainError('invalid', 'platform.controlCharacter', '文字里含有不可见的控制字符；请删去后重新填写');
  }
  if (LONE_SURROGATE.test(text)) {
    throw new DomainError('invalid', 'platform.brokenText', '文字里含有残缺的字符；请删去后重新填写');
  }
}
