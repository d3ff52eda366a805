import { expect, test } from '@jest/globals';
import type { Requirement, Rule, Subject } from '../engine/index.js';
import { countsToward, type CountableRecord } from './counts-toward.js';

const requirement = (id: string, subjects: readonly Subject[], rule: Rule): Requirement => ({
  id,
  clause: '1',
  subjects,
  strength: 'explicit',
  cap: 'none',
  veto: false,
  rule,
  numbers: {},
});
const meetings = (
  id: string,
  subjects: readonly Subject[],
  from: 'own' | 'subtree' | 'county' | undefined,
  level: string,
): Requirement =>
  requirement(id, subjects, {
    kind: 'count_per_period',
    period: 'calendar_year',
    count: { record: 'meeting', ...(from === undefined ? {} : { from }), where: { level: { any: [level] } } },
  });

const requirements: readonly Requirement[] = [
  meetings('county', ['county'], 'own', '县'),
  meetings('county-all', ['county'], 'subtree', '镇'),
  meetings('towns', ['each_town'], undefined, '镇'),
  meetings('bureau', ['bureau:县民政局'], 'own', '镇'),
  meetings('anywhere', ['each_village'], 'county', '镇'),
  requirement('papers', ['each_town'], {
    kind: 'documents',
    period: 'standing',
    mode: 'all',
    papers: [{ type: '方案', where: { covers: { all: ['甲', '乙'] } } }],
  }),
  requirement('cases', ['county'], {
    kind: 'every_case_handled',
    period: 'month',
    register: '收养',
    source: {
      type: 'cases',
      of: { record: 'case', from: 'county', where: { register: { any: ['收养'] } } },
      base: 'found_at',
      steps: [
        { step: '受理', or: [{ step: '到场' }, { step: '处置', having: 'ref_no' }] },
        { step: '记录', field: 'recorded_at' },
      ],
    },
  }),
];

const town = { kind: 'street', shortName: '历山街道', kindsAbove: ['county'] };
const of = (record: Partial<CountableRecord>) =>
  countsToward({ type: 'meeting', unit: town, fields: {}, ...record }, requirements).map(({ id }) => id);

test('a meeting counts where its fields fit and its unit is within reach', () => {
  expect(of({ fields: { level: '镇' } })).toEqual(['county-all', 'towns', 'anywhere']);
  expect(of({ fields: { level: '县' } })).toEqual([]);
  expect(of({ fields: { level: '县' }, unit: { kind: 'county', shortName: '县政府', kindsAbove: [] } })).toEqual([
    'county',
  ]);
  expect(
    of({ fields: { level: '镇' }, unit: { kind: 'bureau', shortName: '县民政局', kindsAbove: ['county'] } }),
  ).toEqual(['county-all', 'bureau', 'anywhere']);
});

test('a paper counts by its type and its conditions', () => {
  expect(of({ type: 'document', fields: { doc_type: '方案', covers: ['甲', '乙'] } })).toEqual(['papers']);
  expect(of({ type: 'document', fields: { doc_type: '方案', covers: ['甲'] } })).toEqual([]);
  expect(of({ type: 'document', fields: { doc_type: '总结', covers: ['甲', '乙'] } })).toEqual([]);
});

test('cases bring their steps and their zero reports', () => {
  expect(of({ type: 'case', fields: { register: '收养' } })).toEqual(['cases']);
  expect(of({ type: 'case_step', fields: { step: '受理' } })).toEqual(['cases']);
  expect(of({ type: 'case_step', fields: { step: '记录' } })).toEqual([]);
  expect(of({ type: 'case_step', fields: { step: '到场' } })).toEqual(['cases']);
  expect(of({ type: 'case_step', fields: { step: '处置', ref_no: '甲-7' } })).toEqual(['cases']);
  for (const ref_no of ['', null]) expect(of({ type: 'case_step', fields: { step: '处置', ref_no } })).toEqual([]);
  expect(of({ type: 'case_step', fields: { step: '处置' } })).toEqual([]);
  expect(of({ type: 'zero_report', fields: { registers: ['收养', '无户籍'] } })).toEqual(['cases']);
  expect(of({ type: 'zero_report', fields: { registers: ['无户籍'] } })).toEqual([]);
});
