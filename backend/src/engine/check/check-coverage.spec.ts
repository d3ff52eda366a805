import type { CoverageOf, Rule } from '../rule.types.js';
import { problems } from '../testing/problems.js';

const coverage = (of: CoverageOf): Rule => ({ kind: 'coverage', period: 'quarter', of });
const covers = (of: CoverageOf) => problems(coverage(of), 'target', 'yellow');

describe('coverages', () => {
  const homes = { record: 'facility' } as const;
  it('checks a share: the set, what its members need, and what must point at them', () => {
    const having = {
      attachments: ['minutes'],
      where: { has_conditions: { is: true } },
      linked: { of: { record: 'activity' }, field: 'home' },
    } as const;
    expect(covers({ type: 'share', among: homes, having })).toEqual([]);
    expect(covers({ type: 'share', among: homes, having: {} })).toEqual([]);
    expect(
      covers({
        type: 'share',
        among: { record: 'party' },
        having: { attachments: ['film'], linked: { of: { record: 'feast' }, field: 'home' } },
      }),
    ).toEqual([
      'rule.of.among.record unknownRecordType party',
      'rule.of.having.attachments unknownEvidence film',
      'rule.of.having.linked.of.record unknownRecordType feast',
    ]);
    expect(
      covers({
        type: 'share',
        among: homes,
        having: { where: { nix: { is: true } }, linked: { of: { record: 'activity' }, field: 'date' } },
      }),
    ).toEqual([
      'rule.of.having.where.nix unknownField facility.nix',
      'rule.of.having.linked.field wrongFieldType activity.date: day',
    ]);
  });
  it('checks items and their sources', () => {
    const of = { record: 'meeting' } as const;
    const stats = { record: 'child_stat' } as const;
    expect(
      covers({
        type: 'items',
        items: ['重大', '会议', '数'],
        sources: [
          { of, field: 'topics' },
          { of, item: '会议' },
          { of: stats, fields: { 数: 'all' } },
        ],
      }),
    ).toEqual([]);
    expect(covers({ type: 'items', items: [], sources: [] })).toEqual(['rule.of.items emptyList items']);
    expect(
      covers({
        type: 'items',
        items: ['甲'],
        sources: [
          { of: { record: 'party' } },
          { of, field: 'topics' },
          { of, field: 'date' },
          { of, item: '乙' },
          { of: stats, fields: { 丙: 'quarter' } },
        ],
      }),
    ).toEqual([
      'rule.of.sources.0.of.record unknownRecordType party',
      'rule.of.sources.1.field unknownItem topics',
      'rule.of.sources.2.field wrongFieldType meeting.date: day',
      'rule.of.sources.2.field unknownItem date',
      'rule.of.sources.3.item unknownItem 乙',
      'rule.of.sources.4.fields.丙 unknownItem 丙',
      'rule.of.sources.4.fields.丙 wrongFieldType child_stat.quarter: period',
    ]);
    expect(covers({ type: 'items', items: ['甲'], sources: [{ of, field: 'nix' }] })).toEqual([
      'rule.of.sources.0.field unknownField meeting.nix',
    ]);
  });
  it('checks typed figures', () => {
    const of = { record: 'indicator_value' } as const;
    const typed = { type: 'reported', of, numerator: 'numerator', denominator: 'denominator' } as const;
    expect(
      covers({
        ...typed,
        zeroFlag: 'none_eligible',
        by: { field: 'category', categories: ['甲'] },
        needsHome: ['儿童之家'],
      }),
    ).toEqual([]);
    expect(covers(typed)).toEqual([]);
    expect(
      covers({
        ...typed,
        numerator: 'period',
        denominator: 'level',
        zeroFlag: 'value',
        by: { field: 'category', categories: ['丙'] },
        needsHome: ['学校'],
      }),
    ).toEqual([
      'rule.of.numerator wrongFieldType indicator_value.period: period',
      'rule.of.denominator wrongFieldType indicator_value.level: choice',
      'rule.of.zeroFlag wrongFieldType indicator_value.value: decimal',
      'rule.of.by.categories unknownOption category: 丙',
      'rule.of.needsHome unknownOption facility_type: 学校',
    ]);
    expect(covers({ ...typed, of: { record: 'party' } })).toEqual(['rule.of.of.record unknownRecordType party']);
    expect(covers({ ...typed, by: { field: 'value', categories: ['甲'] } })).toEqual([
      'rule.of.by.field wrongFieldType indicator_value.value: decimal',
    ]);
  });
  it('checks pairs', () => {
    const pairs = [
      { label: '一', numerator: 'done', denominator: 'all' },
      { label: '二', numerator: 'none', denominator: 'found_on' },
    ];
    expect(covers({ type: 'pairs', of: { record: 'child_stat' }, zeroFlag: 'none', pairs: pairs.slice(0, 1) })).toEqual(
      [],
    );
    expect(covers({ type: 'pairs', of: { record: 'child_stat' }, pairs: pairs.slice(0, 1) })).toEqual([]);
    expect(covers({ type: 'pairs', of: { record: 'child_stat' }, zeroFlag: 'all', pairs })).toEqual([
      'rule.of.zeroFlag wrongFieldType child_stat.all: integer',
      'rule.of.pairs.1.numerator wrongFieldType child_stat.none: flag',
      'rule.of.pairs.1.denominator wrongFieldType child_stat.found_on: day',
    ]);
    expect(covers({ type: 'pairs', of: { record: 'party' }, pairs })).toEqual([
      'rule.of.of.record unknownRecordType party',
    ]);
  });
  it('checks both measures of a ratio', () => {
    const ratio = (numerator: object, denominator: object) =>
      covers({ type: 'ratio', numerator, denominator } as CoverageOf);
    const stat = { record: 'child_stat' };
    expect(ratio({ count: homes }, { units: ['each_town'] })).toEqual([]);
    expect(ratio({ distinct: homes, field: 'served_units', among: ['each_village'] }, { number: 'target' })).toEqual(
      [],
    );
    expect(ratio({ sum: stat, field: 'done' }, { latest: stat, field: 'all' })).toEqual([]);
    expect(ratio({ number: 'nix' }, { units: [] })).toEqual([
      'rule.of.numerator missingNumber nix',
      'rule.of.denominator.units emptyList rule.of.denominator.units',
    ]);
    expect(ratio({ count: { record: 'party' } }, { distinct: homes, field: 'status', among: ['bureau:无'] })).toEqual([
      'rule.of.numerator.count.record unknownRecordType party',
      'rule.of.denominator.field wrongFieldType facility.status: choice',
      'rule.of.denominator.among unknownSubject bureau:无',
    ]);
    expect(ratio({ distinct: { record: 'party' }, field: 'x', among: ['each_town'] }, { number: 'target' })).toEqual([
      'rule.of.numerator.distinct.record unknownRecordType party',
    ]);
    expect(ratio({ sum: stat, field: 'found_on' }, { latest: { record: 'party' }, field: 'all' })).toEqual([
      'rule.of.numerator.field wrongFieldType child_stat.found_on: day',
      'rule.of.denominator.record unknownRecordType party',
    ]);
  });
  it('misses target and warning line', () => {
    const of = { type: 'ratio', numerator: { count: homes }, denominator: { count: homes } } as const;
    expect(problems(coverage(of))).toEqual(['numbers missingNumber target', 'numbers missingNumber yellow']);
  });
});
