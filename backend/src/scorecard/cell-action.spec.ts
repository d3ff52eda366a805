import type { Explanation, Reason, Rule } from '../engine/index.js';
import type { RecordType, RequirementSpec } from '../standard/standard.types.js';
import { actionFor } from './cell-action.js';

const papers: Rule = {
  kind: 'documents',
  period: 'standing',
  mode: 'all',
  papers: [{ type: '强制报告事项工作流程' }, { type: '强制报告事项操作规范' }],
};
const meetings: Rule = {
  kind: 'count_per_period',
  period: 'calendar_year',
  count: { record: 'meeting', where: { level: { any: ['县政府'] }, topics: { any: ['重大问题', '重点个案'] } } },
};

function typeOf(id: string): RecordType {
  const fields = [
    { id: 'level', type: 'choice' },
    { id: 'topics', type: 'choices' },
  ];
  return { id, label: id === 'meeting' ? '会议' : '文件资料', fields } as unknown as RecordType;
}

function action(rule: Rule, reason: Reason, missing: readonly string[] = []) {
  const explanation = { verdict: { outcome: 'atRisk', reason }, missing } as unknown as Explanation;
  return actionFor({ rule } as unknown as RequirementSpec, explanation, '370323', typeOf);
}

describe('what a cell offers to enter', () => {
  it('is the paper that is missing, already named', () => {
    expect(action(papers, 'short', ['强制报告事项操作规范'])).toEqual({
      recordType: 'document',
      unitCode: '370323',
      label: '登记文件资料',
      prefill: { doc_type: '强制报告事项操作规范' },
    });
  });

  it('is filled with what the rule leaves no choice about, and with nothing else', () => {
    expect(action(meetings, 'shortInLastQuarter')?.prefill).toEqual({ level: '县政府' });
  });

  it('is nothing where only a reviewer, or nobody, can mend it', () => {
    expect(action(meetings, 'waitingForReview')).toBeNull();
    expect(action(meetings, 'late')).toBeNull();
  });
});
