import { SmallSeeds } from '../../../test/support/small-seeds.js';
import { loadStandard } from '../loader/load-standard.js';
import type { Standard } from '../standard.types.js';
import { variantOf } from './variant.js';

const TOPIC = 'standard/topics/01-one.yaml';
const READINGS = `readings:
      - id: 1.1.1.Q1
        question: 几次
        options: [两次, 四次, 不要求]
        default: 1
        changes:
          2:
            - { requirement: 1.1.1.a, number: min, value: 4 }
            - { parameter: standing_due_days, value: 30 }
          3: [{ requirement: 1.1.1.a, off: true }]
      - id: 1.1.1.Q2
        question: 谁开的会
        options: [县政府, 镇也可以, 不看级别, 不看纪要]
        default: 1
        changes:
          2: [{ requirement: 1.1.1.a, at: rule.count.where.level, value: [县政府, 镇] }]
          3: [{ requirement: 1.1.1.a, at: rule.count.where.level, remove: true }]
          4: [{ requirement: 1.1.1.a, at: rule.count.attachments, remove: true }]
`;

describe('the standard under a choice', () => {
  const seeds = new SmallSeeds();
  let standard: Standard;
  beforeAll(() => {
    seeds.change(TOPIC, 'readings: []\n', READINGS);
    const loaded = loadStandard(seeds.folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    ({ standard } = loaded);
  });
  afterAll(() => seeds.remove());

  it('is the standard in force when nothing or the default is chosen', () => {
    for (const choice of [{}, { readings: { '1.1.1.Q1': 1 } }]) {
      const variant = variantOf(standard, choice);
      expect(variant.requirements).toEqual(standard.requirements);
      expect(variant.parameters).toEqual({ standing_due_days: { '2018-01-01': 90 } });
      expect(variant.faults).toEqual([]);
    }
  });

  it('changes numbers and parameters for all days', () => {
    const variant = variantOf(standard, { readings: { '1.1.1.Q1': 2 } });
    expect(variant.requirements[0]?.numbers.min).toEqual({ unit: '次', says: '两次', values: { '2018-01-01': 4 } });
    expect(variant.parameters).toEqual({ standing_due_days: { '2018-01-01': 30 } });
  });

  it('does not ask what is off', () => {
    expect(variantOf(standard, { readings: { '1.1.1.Q1': 3, '1.1.1.Q2': 2 } }).requirements).toEqual([]);
  });

  it('changes and takes away parts of rules; short conditions are written out', () => {
    const rule = (option: number) => variantOf(standard, { readings: { '1.1.1.Q2': option } }).requirements[0]?.rule;
    expect(rule(2)).toMatchObject({ count: { where: { level: { any: ['县政府', '镇'] } } } });
    expect(rule(3)).toMatchObject({ count: { where: {}, attachments: ['minutes'] } });
    expect(rule(4)).toEqual({
      kind: 'count_per_period',
      period: 'calendar_year',
      count: { record: 'meeting', from: 'own', where: { level: { any: ['县政府'] } } },
    });
  });

  it('puts dated values of parameters beside those of the standard', () => {
    const { parameters } = variantOf(standard, { parameters: { standing_due_days: { '2026-06-01': 60 } } });
    expect(parameters).toEqual({ standing_due_days: { '2018-01-01': 90, '2026-06-01': 60 } });
  });

  it('says what of a choice does not exist', () => {
    const choice = { readings: { '9.9.9.Q1': 1, '1.1.1.Q1': 4 }, parameters: { nothing: { '2026-01-01': 1 } } };
    const variant = variantOf(standard, choice);
    expect(variant.requirements).toEqual(standard.requirements);
    expect(variant.faults).toEqual([
      '没有“9.9.9.Q1”这个读法',
      '读法 1.1.1.Q1 没有第 4 项，只能写 1 到 3',
      'parameters.yaml 里没有“nothing”：请改成已有的编号',
    ]);
  });

  it('never changes the standard', () => {
    const before = JSON.stringify(standard);
    variantOf(standard, {
      readings: { '1.1.1.Q1': 2, '1.1.1.Q2': 4 },
      parameters: { standing_due_days: { '2026-06-01': 60 } },
    });
    expect(JSON.stringify(standard)).toBe(before);
  });
});
