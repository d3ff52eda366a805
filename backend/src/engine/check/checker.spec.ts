import { check } from '../check.js';
import type { Rule } from '../rule.types.js';
import { LAYOUT, requirementOf } from '../testing/county.js';
import { problems } from '../testing/problems.js';

describe('selections and conditions', () => {
  const selecting = (selection: object) =>
    problems({ kind: 'count_per_period', period: 'month', count: { record: 'facility', ...selection } }, 'min', 'line');
  it('takes every condition that fits its field', () => {
    expect(
      selecting({
        where: {
          facility_type: { none: ['中心'] },
          has_conditions: { is: false },
          served_units: { all: ['甲一村', 'v2'] },
          opening_hours: { present: true },
        },
        wants: { served_units: { min: 'line' } },
        attachments: ['minutes', 'signin'],
        unitField: 'served_units',
        alsoUntil: 'closed_on',
      }),
    ).toEqual([]);
  });
  it('names what does not fit', () => {
    expect(selecting({ where: { opening_hours: { any: ['上午'] } } })).toEqual([
      'rule.count.where.opening_hours wrongFieldType opening_hours: text',
    ]);
    expect(selecting({ where: { facility_type: { all: ['学校'] } } })).toEqual([
      'rule.count.where.facility_type unknownOption facility_type: 学校',
    ]);
    expect(selecting({ where: { facility_type: { none: ['学校'] } } })).toEqual([
      'rule.count.where.facility_type unknownOption facility_type: 学校',
    ]);
    expect(selecting({ where: { served_units: { any: ['丙村'] } } })).toEqual([
      'rule.count.where.served_units unknownUnit 丙村',
    ]);
    expect(selecting({ where: { opened_on: { min: 'line' } } })).toEqual([
      'rule.count.where.opened_on wrongFieldType opened_on: day',
    ]);
    expect(selecting({ where: { served_units: { max: 'nix' } } })).toEqual([
      'rule.count.where.served_units missingNumber nix',
    ]);
    expect(selecting({ where: { facility_type: { any: [] } } })).toEqual([
      'rule.count.where.facility_type emptyList rule.count.where.facility_type',
    ]);
    expect(selecting({ wants: { nix: { present: true } } })).toEqual([
      'rule.count.wants.nix unknownField facility.nix',
    ]);
    expect(selecting({ attachments: ['minutes', 'film'] })).toEqual(['rule.count.attachments unknownEvidence film']);
    expect(selecting({ unitField: 'opened_on' })).toEqual([
      'rule.count.unitField wrongFieldType facility.opened_on: day',
    ]);
    expect(selecting({ alsoUntil: 'opening_hours' })).toEqual([
      'rule.count.alsoUntil wrongFieldType facility.opening_hours: text',
    ]);
  });
  it('takes numbers for thresholds, and a number by parameter or by values only', () => {
    const rule: Rule = {
      kind: 'count_per_period',
      period: 'month',
      count: { record: 'child_stat', where: { all: { min: 'least' }, done: { max: 'most' } } },
    };
    const of = (numbers: object) =>
      check(
        [{ ...requirementOf(rule, {}, { min: 1 }), numbers: { min: { unit: '', says: null, use: 'x' }, ...numbers } }],
        LAYOUT,
      );
    expect(
      of({ least: { unit: '', says: null, use: 'y' }, most: { unit: '', says: null, values: { '2018-01-01': 3 } } }),
    ).toEqual([]);
    expect(of({ least: { unit: '', says: null }, most: { unit: '', says: null, values: {} } })).toEqual([
      { requirement: 'r', path: 'rule.count.where.all', code: 'missingNumber', detail: 'least' },
      { requirement: 'r', path: 'rule.count.where.done', code: 'missingNumber', detail: 'most' },
    ]);
  });
  it('wants at least one subject', () => {
    const rule: Rule = { kind: 'count_per_period', period: 'month', count: { record: 'meeting' } };
    expect(check([requirementOf(rule, { subjects: [] }, { min: 1 })], LAYOUT)).toEqual([
      { requirement: 'r', path: 'subjects', code: 'emptyList', detail: 'subjects' },
    ]);
  });
});
