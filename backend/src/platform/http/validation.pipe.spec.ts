import { z } from 'zod';
import type { DomainError } from '../errors/index.js';
import { daySchema } from './fields.js';
import { ZodValidationPipe } from './validation.pipe.js';

const schema = z.strictObject({
  day: daySchema('基准日').optional(),
  count: z.number().int().min(0).max(9).meta({ title: '人数' }).optional(),
  names: z
    .array(z.string().min(2).meta({ title: '姓名' }))
    .max(2)
    .meta({ title: '名单' })
    .default([]),
  kind: z.enum(['会议', '培训']).meta({ title: '类别' }).nullable().optional(),
  plain: z.string().optional(),
});

async function refusal(value: unknown): Promise<DomainError> {
  const pipe = new ZodValidationPipe();
  return pipe.transform(value, { type: 'body', schema }).then(
    () => Promise.reject(new Error('accepted')),
    (error: DomainError) => error,
  );
}

describe('input that a schema refuses', () => {
  it.each<[unknown, string]>([
    [{ day: '2026-02-30' }, '基准日：日期“2026-02-30”不存在，请写成 2026-02-28 这样的日期'],
    [{ count: '3' }, '人数：请填写数字，例如 12'],
    [{ count: 1.5 }, '人数：请填写整数，例如 12'],
    [{ count: 10 }, '人数：不能大于 9'],
    [{ names: ['a'] }, '姓名：至少要写 2 个字'],
    [{ names: ['ab', 'cd', 'ef'] }, '名单：最多 2 项'],
    [{ kind: '聚餐' }, '类别：只能是 会议、培训 之一'],
    [{ plain: 5 }, 'plain：请填写文字，例如“无”'],
    [{ more: 1 }, '没有“more”这一项，请去掉'],
    ['text', '请用 {"名称": 值} 的形式'],
  ])('%j is answered with the label and what to write', async (value, message) => {
    expect((await refusal(value)).message).toBe(message);
  });

  it('carries the place of the field', async () => {
    expect((await refusal({ names: ['ok', 'a'] })).details.fields).toEqual([
      { field: 'names.1', label: '姓名', message: '至少要写 2 个字' },
    ]);
  });

  it('comes through changed as the schema says', async () => {
    const value = await new ZodValidationPipe().transform({ day: '２０２６－１１－２４' }, { type: 'body', schema });
    expect(value).toEqual({ day: '2026-11-24', names: [] });
  });

  it('without a schema is left alone', async () => {
    expect(await new ZodValidationPipe().transform('x', { type: 'custom' })).toBe('x');
  });
});
