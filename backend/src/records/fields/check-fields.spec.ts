import { describe, expect, test } from '@jest/globals';
import type { FieldSpec } from '../../engine/index.js';
import { checkFields, linkedRecords } from './check-fields.js';
import type { FieldCheck, FieldsOf, FieldWorld, KnownRecord } from './fields.types.js';

const units: Readonly<Record<string, { kind: string; displayName: string }>> = {
  T1: { kind: 'town', displayName: '悦庄镇' },
  S1: { kind: 'street', displayName: '历山街道' },
  B1: { kind: 'bureau', displayName: '县民政局' },
};
const records: Readonly<Record<number, KnownRecord>> = {
  7: { type: 'facility', state: 'approved', fields: { kind: '儿童之家' } },
  8: { type: 'facility', state: 'withdrawn', fields: {} },
  9: { type: 'meeting', state: 'approved', fields: {} },
};
const world: FieldWorld = {
  unit: (code) => (Object.hasOwn(units, code) ? (units[code] ?? null) : null),
  record: (id) => records[id] ?? null,
  recordTypeLabel: () => '设施机构',
  unitKindLabel: (kind) => (kind === 'town' ? '镇' : kind),
};

function typeOf(fields: readonly Partial<FieldSpec>[], more: Partial<FieldsOf> = {}): FieldsOf {
  const whole = fields.map((field) => ({ id: 'f', label: '字段', type: 'text' as const, required: false, ...field }));
  return { id: 't', label: '会议', dayField: 'f', fields: whole, ...more };
}

const read = (field: Partial<FieldSpec>, value: unknown) => checkFields(typeOf([field]), { f: value }, world);
const home: Partial<FieldSpec> = { type: 'record', target: 'facility' };
const options = ['镇（街道）', '学校', '１２３４５'];

describe('values that are read', () => {
  test.each<[string, Partial<FieldSpec>, unknown, unknown]>([
    ['a text, tidied', { type: 'text' }, ' 第一次\u200b会议\n ', '第一次会议'],
    ['a long text with lines', { type: 'longText' }, '甲\r\n乙', '甲\n乙'],
    ['an integer', { type: 'integer' }, 12, 12],
    ['full-width digits', { type: 'integer' }, '１２', 12],
    ['thousands', { type: 'integer' }, '１，２００', 1200],
    ['zero', { type: 'integer', min: 0 }, '0', 0],
    ['minus zero', { type: 'integer' }, '-0', 0],
    ['a decimal', { type: 'decimal' }, '９５．５', 95.5],
    ['money', { type: 'money' }, '1280.50', 1280.5],
    ['a day', { type: 'day' }, '2026-02-03', '2026-02-03'],
    ['a full-width day', { type: 'day' }, '２０２６－０２－０３', '2026-02-03'],
    ['a Chinese day', { type: 'day' }, '2026年2月3日', '2026-02-03'],
    ['29 February of a leap year', { type: 'day' }, '2028-02-29', '2028-02-29'],
    ['an instant', { type: 'instant' }, '2026-02-03T09:30', '2026-02-03T09:30'],
    ['an instant with a blank and seconds', { type: 'instant' }, '2026/2/3 9:30:15', '2026-02-03T09:30'],
    ['a month', { type: 'period', granularity: ['month'] }, '2026年9月', '2026-09'],
    ['a quarter', { type: 'period', granularity: ['quarter'] }, '２０２６-q3', '2026-Q3'],
    ['a year', { type: 'period', granularity: ['year'] }, 2026, '2026'],
    ['a school year', { type: 'period', granularity: ['month', 'schoolYear'] }, '2025-2026', '2025-2026'],
    ['a flag', { type: 'flag' }, '是', true],
    ['a flag that is off', { type: 'flag' }, false, false],
    ['a choice', { type: 'choice', options }, '镇(街道)', '镇（街道）'],
    [
      'choices in the order of the definition',
      { type: 'choices', options },
      ['12345', '学校', '学校'],
      ['学校', '１２３４５'],
    ],
    ['a unit', { type: 'unit', unitKinds: ['town'] }, 'T1', 'T1'],
    ['units', { type: 'units' }, ['S1', 'T1', 'S1'], ['S1', 'T1']],
    ['counts of units', { type: 'unitCounts' }, { T1: '１２', S1: '' }, { T1: 12 }],
    ['a record', { type: 'record', target: 'facility' }, '7', 7],
    ['a record of the kind asked for', { ...home, targetWhen: { field: 'kind', any: ['其他', '儿童之家'] } }, '7', 7],
    ['numbers in an exempt field', { numbersExempt: true }, '13812345678', '13812345678'],
  ])('%s', (_, field, value, expected) => expect(read(field, value)).toEqual({ ok: true, fields: { f: expected } }));

  test.each<[Partial<FieldSpec>, unknown]>([
    ...[undefined, null, '', '  ', []].map((value) => [{ type: 'choices', options }, value] as [object, unknown]),
    [{ type: 'units' }, []],
    [{ type: 'unitCounts' }, {}],
    [{ type: 'integer' }, ''],
  ])('%j is left empty by %j', (field, value) => {
    expect(read(field, value)).toEqual({ ok: true, fields: {} });
  });
});

describe('values that are refused with a sentence naming the field', () => {
  test.each<[string, Partial<FieldSpec>, unknown, RegExp]>([
    ['30 February', { type: 'day' }, '2026-02-30', /「字段」没有这一天.*2026-02-03/u],
    ['29 February 2026', { type: 'day' }, '2026-02-29', /没有这一天/u],
    ['a day of another century', { type: 'day' }, '1026-02-03', /没有这一天/u],
    ['a number as a day', { type: 'day' }, 46056, /没有这一天/u],
    ['25 o’clock', { type: 'instant' }, '2026-02-03T25:00', /日期和时间/u],
    ['an instant without time', { type: 'instant' }, '2026-02-03', /日期和时间/u],
    ['an impossible instant', { type: 'instant' }, '2026-02-30T10:00', /日期和时间/u],
    ['month 13', { type: 'period', granularity: ['month'] }, '2026-13', /月份如 2026-09/u],
    ['a month for a quarter', { type: 'period', granularity: ['quarter'] }, '2026-09', /季度如 2026-Q3/u],
    ['a school year of two years', { type: 'period', granularity: ['schoolYear'] }, '2025-2027', /学年如 2025-2026/u],
    ['words in a number', { type: 'integer' }, '十二', /「字段」应填数字，如 12/u],
    ['a number with a word', { type: 'integer' }, '12人', /应填数字/u],
    ['a broken grouping', { type: 'integer' }, '1,20', /应填数字/u],
    ['an exponent', { type: 'decimal' }, '1e3', /应填数字/u],
    ['true as a number', { type: 'integer' }, true, /应填数字/u],
    ['a list as a number', { type: 'integer' }, [12], /应填数字/u],
    ['a huge number', { type: 'integer' }, 1e300, /应填数字/u],
    ['half a person', { type: 'integer', unit: '人' }, 1.5, /整数，如 12/u],
    ['below the range', { type: 'integer', min: 0 }, -1, /不能小于 0/u],
    ['above the range', { type: 'decimal', min: 0, max: 100, unit: '%' }, 101, /0 到 100 %之间，现填 101/u],
    ['a tenth of a cent', { type: 'money' }, '1.005', /2 位小数/u],
    ['an unknown option', { type: 'choice', options }, '医院', /没有“医院”这一项.*学校/u],
    ['an unknown option in a list', { type: 'choices', options }, ['学校', '医院'], /没有“医院”这一项/u],
    ['a text for a list', { type: 'choices', options }, '学校', /列表/u],
    ['an unknown unit', { type: 'unit' }, '999', /没有“999”这个单位/u],
    ['a unit called constructor', { type: 'unit' }, 'constructor', /这个单位/u],
    ['a unit of another kind', { type: 'unit', unitKinds: ['town'] }, 'B1', /不能填“县民政局”，只能选镇/u],
    ['an unknown unit in a list', { type: 'units' }, ['T1', 5], /没有“5”这个单位/u],
    ['counts as a list', { type: 'unitCounts' }, [1], /逐个单位/u],
    ['a count that is no number', { type: 'unitCounts' }, { T1: '多' }, /“悦庄镇”应填/u],
    ['a count of an unknown unit', { type: 'unitCounts' }, { X: 1 }, /没有“X”这个单位/u],
    ['a record that is not there', { type: 'record', target: 'facility' }, 12, /没有找到“12”.*设施机构/u],
    ['a record of another type', { type: 'record', target: 'facility' }, 9, /没有找到/u],
    [
      'a record of another kind',
      { ...home, targetWhen: { field: 'kind', any: ['窗口', '热线'] } },
      7,
      /「字段」选的“设施机构”不是这一类，请选一条窗口、热线/u,
    ],
    ['a withdrawn record', { type: 'record', target: 'facility' }, 8, /已撤回/u],
    ['a record by name', { type: 'record', target: 'facility' }, '和源之家', /没有找到/u],
    ['a number as a text', { type: 'text' }, 12, /应填文字/u],
    ['an empty list as a text', { type: 'text' }, [], /应填文字/u],
    ['an empty object as a number', { type: 'integer' }, {}, /应填数字/u],
    ['an empty object as a list', { type: 'choices', options }, {}, /列表/u],
    ['an object as a text', { type: 'text' }, { a: 1 }, /应填文字/u],
    ['a long text', { type: 'text', maxLength: 3 }, '一二三四', /最多 3 个字，现有 4 个/u],
    ['control characters', { type: 'text' }, 'a\u0007b', /无法显示/u],
    ['an identity number', { type: 'text' }, '11010519491231002X', /「字段」里像是有身份证号.*假名编号/u],
    ['a mobile number', { type: 'longText' }, '电话13812345678', /手机号码/u],
    ['maybe', { type: 'flag' }, '也许', /“是”或“否”/u],
  ])('%s', (_, field, value, message) => {
    const checked = read(field, value);
    expect(checked).toEqual({
      ok: false,
      problems: [{ field: 'f', label: '字段', message: expect.stringMatching(message) }],
    });
  });

  test('a field that the type does not have', () => {
    const checked = checkFields(typeOf([{ id: 'f' }]), { f: 'a', 姓名: 'b', '13812345678': 'c' }, world);
    expect(checked).toMatchObject({
      ok: false,
      problems: [
        { field: '姓名', message: '“会议”没有「姓名」这一项，请删去。' },
        { field: 'fields', message: expect.stringContaining('手机号码') },
      ],
    });
  });
});

describe('fields together', () => {
  const shown = typeOf([
    { id: 'kind', label: '类型', type: 'choice', options: ['甲', '乙'], required: true },
    { id: 'only', label: '附项', required: true, showWhen: { field: 'kind', any: ['甲'] } },
  ]);

  test('a shown field is required, a hidden one is not and must stay empty', () => {
    expect(checkFields(shown, { kind: '甲' }, world)).toMatchObject({
      problems: [{ field: 'only', message: '请填写「附项」。' }],
    });
    expect(checkFields(shown, { kind: '乙' }, world)).toEqual({ ok: true, fields: { kind: '乙' } });
    expect(checkFields(shown, { kind: '乙', only: 'x' }, world)).toMatchObject({
      problems: [{ field: 'only', message: '「附项」只在「类型」为 甲 时填写，请清空。' }],
    });
    expect(checkFields(shown, {}, world)).toMatchObject({ problems: [{ field: 'kind' }] });
  });

  test('all problems come at once', () => {
    const checked = checkFields(shown, { kind: '丙', only: 5, more: 1 }, world);
    expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual(['more', 'kind', 'only']);
  });

  test('an end before the beginning', () => {
    const post = typeOf(
      [
        { id: 'from', label: '到岗日', type: 'day' },
        { id: 'to', label: '离岗日', type: 'day' },
      ],
      { dayField: 'from', untilField: 'to' },
    );
    expect(checkFields(post, { from: '2026-03-01', to: '2026-02-01' }, world)).toMatchObject({
      problems: [{ field: 'to', message: expect.stringContaining('早于「到岗日」') }],
    });
    expect(checkFields(post, { from: '2026-03-01', to: '2026-03-01' }, world).ok).toBe(true);
  });

  test.each<[string, FieldCheck['left'], Record<string, unknown>, boolean]>([
    ['less', 'a', { a: 1, c: 2 }, true],
    ['equal', 'a', { a: 2, c: 2 }, true],
    ['more', 'a', { a: 3, c: 2 }, false],
    ['one side empty', 'a', { a: 3 }, true],
    ['a sum', ['a', 'b'], { a: 1, b: 2, c: 2 }, false],
    ['a sum with an empty part', ['a', 'b'], { a: 3, c: 2 }, true],
  ])('a comparison: %s', (_, left, fields, ok) => {
    const numbers = ['a', 'b', 'c'].map((id) => ({ id, label: id, type: 'integer' as const }));
    const checks: FieldCheck[] = [{ left, op: '<=', right: 'c', message: '请核对。' }];
    const checked = checkFields(typeOf(numbers, { dayField: 'a', checks }), fields, world);
    expect(checked.ok).toBe(ok);
    if (!checked.ok) expect(checked.problems).toEqual([{ field: 'a', label: 'a', message: '请核对。' }]);
  });
});

test('links are collected before the check', () => {
  const type = typeOf([{ id: 'home', type: 'record', target: 'facility' }, { id: 'name' }]);
  expect(linkedRecords(type, { home: '１２', name: '13' })).toEqual([12]);
  expect(linkedRecords(type, { home: 'x' })).toEqual([]);
});
