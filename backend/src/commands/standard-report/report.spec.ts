import { SmallSeeds } from '../../../test/support/small-seeds.js';
import { loadStandard, StandardService } from '../../standard/index.js';
import { reportLines } from './report.js';

const TOPIC = 'standard/topics/01-one.yaml';
const READINGS = `readings:
      - id: 1.1.1.Q1
        question: 几次
        options: [两次, 一次, 三次]
        default: 1
        changes:
          2: [{ requirement: 1.1.1.a, number: min, value: 1 }]
          3: [{ requirement: 1.1.1.a, number: min, value: 3 }]
      - { id: 1.1.1.Q2, question: 谁记, options: [甲, 乙], default: 2, recorded: 审核人看 }
      - { id: 1.1.1.Q3, question: 何时, options: [甲, 乙], default: 1 }
`;

describe('the standard in numbers', () => {
  const seeds = new SmallSeeds();
  afterAll(() => seeds.remove());

  it('counts clauses, examples, readings and options, and plays the examples', () => {
    seeds.change(TOPIC, 'readings: []\n', READINGS);
    const loaded = loadStandard(seeds.folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(reportLines(new StandardService(loaded.standard), loaded.units)).toEqual([
      '条文 1，检查点 1',
      '例子 4（达标 1，不足 1，缺失 1，界线 1，其他 0；每个检查点至少 4 个）：全部演算，4 个符合',
      '读法 3（参数 1，规则 0，记录 2）',
      '非默认选项 4：改变判定的 2（其中有例子的 0），由人掌握的 1，还没有写明的 1',
    ]);
  });
});
