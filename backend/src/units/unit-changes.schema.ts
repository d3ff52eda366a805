import { z } from 'zod';
import { daySchema } from '../platform/http/index.js';
import { UNIT_KINDS } from './units.types.js';

const MARKS = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

const code = (title: string) =>
  z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/, {
      error: '单位代码只能用数字、英文字母和“-”，最多 40 位，例如 370323111224',
    })
    .meta({ title });

/** A name as people write it; a stroke would be read as 镇/村, a comma as a new cell of the list. */
const name = (title: string) =>
  z
    .string()
    .overwrite((text) => text.replace(MARKS, '').replace(/\s+/gu, ' ').trim())
    .min(1)
    .max(60)
    .regex(/^[^/／\\,，|\p{Cc}]*$/u, { error: '名称里不能有斜线、逗号和竖线，请去掉' })
    .meta({ title });

const day = daySchema('变更日');
const kind = z.enum(UNIT_KINDS).meta({ title: '类别' });
const names = { name: name('全称'), shortName: name('简称') };
const unit = { code: code('单位代码'), ...names };
const parentCode = code('上级代码');
const part = z.strictObject({ ...unit, kind: kind.optional(), parentCode: parentCode.optional() });

/** One change of units, as it is entered and as it is stored. */
export const unitChangeSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('found'), day, ...unit, kind, parentCode }),
    z.strictObject({ type: z.literal('rename'), day, ...unit }),
    z.strictObject({
      type: z.literal('kind'),
      day,
      code: unit.code,
      kind,
      name: names.name.optional(),
      shortName: names.shortName.optional(),
    }),
    z.strictObject({ type: z.literal('move'), day, code: unit.code, parentCode }),
    z.strictObject({
      type: z.literal('merge'),
      day,
      codes: z.array(unit.code).max(200).meta({ title: '合并的单位' }),
      into: part.partial({ name: true, shortName: true }).meta({ title: '并入的单位' }),
    }),
    z.strictObject({
      type: z.literal('split'),
      day,
      code: unit.code,
      parts: z.array(part).max(200).meta({ title: '拆分出的单位' }),
      heir: code('接续记录的单位'),
    }),
    z.strictObject({ type: z.literal('close'), day, code: unit.code }),
  ])
  .meta({ id: 'UnitChange' });
