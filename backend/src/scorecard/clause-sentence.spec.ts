import type { Outcome } from '../engine/index.js';
import { clauseSentence, type ClausePart } from './clause-sentence.js';

const part = (outcome: Outcome, counts: readonly number[], single: string | null = null): ClausePart => ({
  title: '有儿童之家',
  outcome,
  counts,
  single,
});

describe('the sentence of a clause', () => {
  it('says that all its requirements are met', () => {
    expect(clauseSentence([part('met', [1, 0, 0, 0, 0, 0])])).toBe('检查点已达标。');
    expect(clauseSentence([part('met', [1, 0, 0, 0, 0, 0]), part('met', [12, 0, 0, 0, 0, 0])])).toBe(
      '2 个检查点全部达标。',
    );
  });

  it('speaks of the worst requirement and counts the others', () => {
    const parts = [
      part('atRisk', [11, 1, 0, 0, 0, 0]),
      part('unmet', [17, 0, 3, 0, 0, 0]),
      part('met', [1, 0, 0, 0, 0, 0]),
    ];
    expect(clauseSentence(parts)).toBe('有儿童之家：17/20 个单位达标，未达标 3 个。另有 1 个检查点尚未达标。');
  });

  it('takes the sentence of the only unit that is judged', () => {
    expect(clauseSentence([part('atRisk', [0, 1, 0, 0, 0, 0], '还差 1 次。')])).toBe('有儿童之家：还差 1 次。');
  });

  it('leaves out what does not apply, and says so when nothing does', () => {
    const none = part('notApplicable', [0, 0, 0, 0, 0, 44]);
    expect(clauseSentence([none, part('met', [1, 0, 0, 0, 0, 0])])).toBe('检查点已达标。');
    expect(clauseSentence([none])).toBe('本条对该单位不适用。');
  });
});
