import { z } from 'zod';

/** An object that refuses unknown keys and names the allowed ones. */
export function strict<T extends z.core.$ZodLooseShape>(shape: T) {
  const allowed = Object.keys(shape).join('、');
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      return `不认识“${issue.keys.join('、')}”；这里可以写：${allowed}`;
    },
  });
}

/** `YYYY-MM-DD` that exists in the calendar. */
export const day = z.iso.date({ error: '日期写成 YYYY-MM-DD，如 2026-03-01，并且要有这一天' });

/** Non-empty text. A bare number in YAML is not text: it has to stand in quotes. */
export const text = z.string({ error: wrongText }).min(1, { error: '不能是空的，请写上文字' });

function wrongText(issue: { readonly input?: unknown }): string {
  if (issue.input === undefined) return '缺少这一项，请写上文字';
  return typeof issue.input === 'number' ? '数字要加引号，如 "12345"' : '要写一段文字';
}

export const texts = z.array(text, { error: '要写成列表，如 [甲, 乙]' });
export const someTexts = texts.min(1, { error: '至少写一项' });

/** Identifier used by other files: lower-case Latin letters, digits and underscores. */
export const id = z
  .string({ error: wrongText })
  .regex(/^[a-zA-Z][a-zA-Z0-9_]*$/, { error: '编号只用英文字母、数字和下划线，以字母开头' });

/** Whole or decimal number that decides something. */
export const amount = z.number({ error: '要写数字，不加引号' });
export const whole = z.int({ error: '要写整数，不加引号' });

/** From-day → value; the newest day not after the as-of day holds. */
export const datedValues = z
  .record(day, amount, { error: "写成 { '起用日': 数字 }，如 { '2018-01-01': 2 }" })
  .refine((values) => Object.keys(values).length > 0, { error: "至少写一个起用日和数字，如 { '2018-01-01': 2 }" });
