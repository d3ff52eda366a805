import { said, standard, type Written } from './support/judged-by-seeds.js';

const asking = standard.requirements.filter(
  ({ rule }) =>
    rule.kind === 'every_case_handled' &&
    rule.source.type === 'cases' &&
    rule.source.steps.some(({ step, or = [] }) => [step, ...or.map((other) => other.step)].includes('出警到场')),
);
const report: Written = {
  type: 'case',
  unit: '鲁村镇',
  as: 'c1',
  fields: {
    no: 'QZ-2026-0003',
    register: '强制报告',
    case_type: '脱离监护单独居住生活',
    town: '鲁村镇',
    reporter: '村（居）委会',
    found_at: '2026-10-10T14:30',
    reported_at: '2026-10-10T15:00',
  },
  evidence: ['ledger'],
};
const step = (name: string, done_at: string): Written => ({
  type: 'case_step',
  unit: '县公安局',
  fields: { case: 'c1', step: name, done_at, ref_no: '370323-1010-07' },
  evidence: ['police'],
});
const judgedOn = (records: readonly Written[]) =>
  asking.map(({ id }) => said(id, '县公安局', '2026-11-10', records, '2026-10-01'));

describe('one arrival of the police', () => {
  it('is asked by the clauses on the duty to report, on taking reports and on answering them', () => {
    expect([...new Set(asking.map(({ clause }) => clause))]).toEqual(['3.2.1', '4.3.2', '4.4.1']);
  });
  it('serves all of them once it is entered, and is missing in all of them before', () => {
    const settled = step('调查处置', '2026-10-11T10:00');
    expect(new Set(judgedOn([report, settled]))).toEqual(new Set(['unmet overdue']));
    expect(new Set(judgedOn([report, settled, step('出警到场', '2026-10-10T15:40')]))).toEqual(
      new Set(['met fulfilled']),
    );
  });
});
