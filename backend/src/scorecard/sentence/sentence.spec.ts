import { parseDay, type Rule, type Verdict } from '../../engine/index.js';
import type { RequirementSpec } from '../../standard/standard.types.js';
import { sentenceOf } from './sentence.js';
import { dayInWords, listInWords, monthsInWords, numberInWords } from './words.js';

const rule: Rule = {
  kind: 'count_per_period',
  period: 'calendar_year',
  count: { record: 'meeting', attachments: ['minutes'] },
};

function requirementWith(own: Rule): RequirementSpec {
  return {
    id: '1.1.3.a',
    title: '县政府专题会议每年不少于两次',
    basis: ['每年至少召开两次会议'],
    subjects: ['county'],
    dataOwner: '县政府办公室',
    strength: 'explicit',
    cap: 'none',
    numbers: { min: { unit: '次', says: '两次', values: { '2018-01-01': 2 } } },
    rule: own,
    evidence: [{ type: 'minutes', name: '会议纪要' }],
    selfReported: false,
    examples: [],
  } as unknown as RequirementSpec;
}

const verdict: Verdict = {
  outcome: 'atRisk',
  reason: 'shortInLastQuarter',
  measured: 1,
  of: null,
  required: 2,
  shortfall: 1,
  from: parseDay('2026-01-01'),
  to: parseDay('2026-12-31'),
  due: parseDay('2026-12-31'),
  part: null,
};

function say(change: Partial<Verdict>, missing: readonly string[] = [], own: Rule = rule): string {
  return sentenceOf({
    requirement: requirementWith(own),
    verdict: { ...verdict, ...change },
    asOf: '2026-11-24',
    missing,
    part: null,
    recordLabel: (type) => (type === 'meeting' ? '会议' : type),
    evidenceLabel: () => '会议纪要',
  });
}

describe('the sentence of a verdict', () => {
  it('says what there is, what is asked, what is missing, by when and in how many days', () => {
    expect(say({})).toBe(
      '2026 年会议已有 1 次，要求 2 次，期限已近，仍有缺口。还差 1 次；请在 12 月 31 日前登记会议并附会议纪要，剩 37 天。',
    );
  });

  it('asks for nothing once the requirement is met', () => {
    expect(say({ outcome: 'met', reason: 'fulfilled', measured: 2, shortfall: 0 })).toBe(
      '2026 年会议已有 2 次，要求 2 次，已达标。',
    );
  });

  it('asks nobody to enter again what only waits for a reviewer', () => {
    expect(say({ reason: 'waitingForReview' })).not.toContain('请');
  });

  it('names what is missing instead of counting it when it is known', () => {
    expect(say({}, ['历山街道', '南麻街道'])).toContain('还缺：历山街道、南麻街道；');
  });

  it('sets no deadline that has passed', () => {
    const late = say({ outcome: 'unmet', reason: 'short', due: parseDay('2026-01-15') });
    expect(late).toContain('没有达到要求');
    expect(late).not.toContain('月 15 日');
  });

  it('says of silence whether it is still in time or over', () => {
    expect(say({ outcome: 'noData', reason: 'nothingReported', measured: 0 })).toContain('没有任何登记');
    expect(say({ outcome: 'unmet', reason: 'nothingReported', measured: 0 })).toContain('到期后仍没有符合条件的登记');
  });

  it('asks for the step, not for a zero report, where a case is overdue', () => {
    const cases: Rule = {
      kind: 'every_case_handled',
      period: 'month',
      register: '强制报告',
      source: { type: 'cases', of: { record: 'case' }, base: 'found_at', steps: [{ step: '向公安机关报告' }] },
    };
    const numbers = { measured: 3, of: 4, required: 4, shortfall: 1, due: parseDay('2026-12-15') } as const;
    expect(say({ outcome: 'unmet', reason: 'overdue', ...numbers }, ['向公安机关报告'], cases)).toContain(
      '还缺：向公安机关报告；请尽快补办并登记case_step。',
    );
    expect(say({ reason: 'late', ...numbers }, [], cases)).toContain('有超过时限才办的。今后请按时限办理。');
  });

  it('names the weeks that fell short', () => {
    const weekly: Rule = {
      kind: 'frequency_coverage',
      period: 'iso_week',
      count: { record: 'activity' },
      exempt: 'none',
    };
    const numbers = { measured: 12, of: 13, required: 13, shortfall: 1, due: null } as const;
    expect(say({ reason: 'tolerated', ...numbers }, ['2026-11-09'], weekly)).toBe(
      '最近 13 个应开展活动的周中有 12 周达到次数，没有全部达到，差距在容许范围内。还缺：11 月 9 日那周；请尽快登记activity。',
    );
  });

  it('says that today is the last day', () => {
    expect(say({ due: parseDay('2026-11-24') })).toContain('今天截止');
  });

  it('speaks of no fraction where the whole is nothing', () => {
    const silent = say({
      outcome: 'unmet',
      reason: 'nothingReported',
      measured: 0,
      of: 0,
      required: 0,
      shortfall: 0,
      due: null,
    });
    expect(silent).toBe('2026 年到期后仍没有符合条件的登记。请尽快登记会议并附会议纪要。');
  });

  it('says plainly that nothing is there yet when the time is nearly over', () => {
    const silent = { measured: null, required: null, shortfall: null };
    expect(say(silent)).toBe('2026 年还没有登记，期限已近。请在 12 月 31 日前登记会议并附会议纪要，剩 37 天。');
  });

  it('shows a fraction for a coverage', () => {
    const coverage: Rule = {
      kind: 'coverage',
      period: 'quarter',
      of: { type: 'share', among: { record: 'meeting' }, having: {} },
    };
    const from = parseDay('2026-07-01');
    expect(say({ measured: 11, of: 12, required: 12, from }, [], coverage)).toContain(
      '2026 年第 3 季度覆盖 11/12，要求全部',
    );
  });
});

describe('words', () => {
  it('cut numbers and never round them up across a line', () => {
    expect(numberInWords(69.999)).toBe('69.99');
    expect(numberInWords(70)).toBe('70');
  });

  it('name the year only when it is another one', () => {
    expect(dayInWords('2026-12-31', '2026-11-24')).toBe('12 月 31 日');
    expect(dayInWords('2027-01-15', '2026-11-24')).toBe('2027 年 1 月 15 日');
  });

  it('count what a list leaves out', () => {
    expect(listInWords(['一', '二', '三', '四', '五', '六'])).toBe('一、二、三、四、五等 6 项');
  });

  it('draw months in a row together and leave other names alone', () => {
    expect(monthsInWords(['2025-11', '2025-12', '2026-01', '2026-03'])).toEqual([
      '2025 年 11—12 月',
      '2026 年 1 月',
      '2026 年 3 月',
    ]);
    expect(monthsInWords(['历山街道', '追溯说明'])).toEqual(['历山街道', '追溯说明']);
  });
});
