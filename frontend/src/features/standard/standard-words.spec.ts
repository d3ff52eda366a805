import { describe, expect, it } from 'vitest';
import type { ExampleRecord, Preview, WorkedExample } from '../../api';
import {
  datedNumberInWords,
  expectedInWords,
  fieldsInWords,
  matrixInWords,
  neighboursOf,
  readinessInWords,
  recordDayInWords,
  settingInWords,
} from './standard-words';

describe('the page of a clause in words', () => {
  it('knows the clauses before and after', () => {
    const ids = ['1.1.1', '1.1.2', '1.2.1'];
    expect(neighboursOf(ids, '1.1.2')).toEqual({ before: '1.1.1', after: '1.2.1' });
    expect(neighboursOf(ids, '1.1.1')).toEqual({ before: null, after: '1.1.2' });
    expect(neighboursOf(ids, '1.2.1').after).toBeNull();
    expect(neighboursOf(ids, '9')).toEqual({ before: null, after: null });
  });

  it('says a number with its values by day only where they change', () => {
    const number = { name: 'min', unit: '次', says: '两次', value: 2, use: null, values: { '2018-01-01': 2 } };
    expect(datedNumberInWords(number, undefined)).toBe('2 次（原文“两次”）');
    expect(datedNumberInWords({ ...number, values: { '2027-01-01': 4, '2018-01-01': 2 } }, '次数')).toBe(
      '次数：2 次（原文“两次”）；2018 年 1 月 1 日起 2 次，2027 年 1 月 1 日起 4 次',
    );
  });

  const example = { unit: '南麻街道', asOf: '2026-11-24', start: '2026-03-01', choice: ['1.1.3.Q1 选“每次须同时”'] };
  it('says what an example is judged on', () => {
    expect(settingInWords(example as WorkedExample)).toBe(
      '南麻街道，看 2026 年 11 月 24 日，2026 年 3 月 1 日启动，1.1.3.Q1 选“每次须同时”',
    );
    expect(settingInWords({ ...example, unit: null, start: null, choice: [] } as unknown as WorkedExample)).toBe(
      '看 2026 年 11 月 24 日，还没有启动日',
    );
  });

  it('says what is expected, and nothing of what is not', () => {
    const none = { measured: null, of: null, required: null, shortfall: null, due: null, reasonLabel: null };
    const expected = (more: object) => expectedInWords({ ...none, ...more } as WorkedExample['expect']);
    expect(expected({})).toBe('');
    expect(expected({ measured: 1, required: 2, shortfall: 1, due: '2026-12-31' })).toBe(
      '计 1，要求 2，还差 1，最晚 2026 年 12 月 31 日',
    );
    expect(expected({ measured: 11, of: 12, shortfall: 0, reasonLabel: '差一点' })).toBe('差一点，11/12');
  });

  it('does not say the day of a record twice', () => {
    const fields = [
      { id: 'date', label: '日期', text: '2026-04-02' },
      { id: 'level', label: '级别', text: '县政府' },
    ];
    expect(fieldsInWords({ fields, day: '2026-04-02' } as ExampleRecord)).toBe('级别 县政府');
    expect(fieldsInWords({ fields: [], day: null } as unknown as ExampleRecord)).toBe('—');
    expect(recordDayInWords({ day: null, repeat: '从 2026-01-01 到 2026-12-31 每月 1 次' } as ExampleRecord)).toContain(
      '每月',
    );
  });

  it('says what turned, and whether the whole did', () => {
    const matrix = Array.from({ length: 6 }, () => [0, 0, 0, 0, 0, 0]);
    matrix[0] = [5, 0, 3, 0, 0, 0];
    matrix[3] = [0, 0, 0, 9, 0, 2];
    expect(matrixInWords(matrix)).toEqual(['达标 → 未达标 3', '无数据 → 不适用 2']);
    const side = { met: 3, total: 44, counts: [], band: 'gaps', bandLabel: '有差距' };
    expect(readinessInWords({ before: side, after: side } as Preview['readiness'])).toBe(
      '总的不变：3/44 条达标，有差距',
    );
    expect(readinessInWords({ before: side, after: { ...side, met: 4 } })).toBe(
      '总的由 3/44 条达标，有差距，变为 4/44 条达标，有差距',
    );
  });
});
