import { SmallSeeds } from '../../../test/support/small-seeds.js';
import { loadStandard } from '../loader/load-standard.js';

const TOPIC = 'standard/topics/01-one.yaml';
/** Line of `readings:` in the topic of the small seeds. */
const reading = (changes: string, id = '1.1.1.Q1') =>
  `readings:\n      - id: ${id}\n        question: 问\n        options: [甲, 乙]\n        default: 1\n${changes}`;
const change = (line: string, option = 2) => reading(`        changes:\n          ${option}:\n            - ${line}\n`);

describe('checks of readings and of examples under readings', () => {
  let seeds: SmallSeeds;
  beforeEach(() => {
    seeds = new SmallSeeds();
  });
  afterEach(() => seeds.remove());

  function problems() {
    const loaded = loadStandard(seeds.folder);
    return loaded.ok ? [] : loaded.problems;
  }

  /** What is written, lines after `readings:` where the problem stands, and words of the sentence. */
  const WRONG = [
    ['an id of another clause', reading('', '1.1.2.Q1'), 1, '如 1.1.1.Q1'],
    ['an option that is not there', change('{ requirement: 1.1.1.a, off: true }', 3), 6, '没有第 3 项，只有 2 项'],
    [
      'a change of the default',
      change('{ requirement: 1.1.1.a, off: true }', 1),
      6,
      '第 1 项是读法 1.1.1.Q1 的默认读法',
    ],
    ['an unknown requirement', change('{ requirement: 9.9.9.a, off: true }'), 7, '没有检查点“9.9.9.a”'],
    ['an unknown number', change('{ requirement: 1.1.1.a, number: max, value: 3 }'), 7, '没有数字“max”'],
    ['an unknown parameter', change('{ parameter: nothing, value: 3 }'), 7, 'parameters.yaml 里没有“nothing”'],
    [
      'a path to nothing',
      change('{ requirement: 1.1.1.a, at: rule.covering, remove: true }'),
      7,
      '没有“rule.covering”这个位置',
    ],
    [
      'a key that rules do not have',
      change('{ requirement: 1.1.1.a, at: rule.counting, value: 3 }'),
      7,
      '不认识“counting”',
    ],
    ['a value that does not fit', change('{ requirement: 1.1.1.a, at: rule.period, value: day }'), 7, '不合写法'],
    [
      'a field that the record does not have',
      change('{ requirement: 1.1.1.a, at: rule.count.where.grade, value: [甲] }'),
      6,
      '没有字段“grade”',
    ],
    [
      'a change to what holds anyhow',
      change('{ requirement: 1.1.1.a, number: min, value: 2 }'),
      7,
      '没有改变检查点 1.1.1.a',
    ],
  ] as const;

  it.each(WRONG)('point at %s', (_, written, below, words) => {
    seeds.change(TOPIC, 'readings: []\n', written);
    const found = problems().find((problem) => problem.sentence.includes(words));
    expect(found).toEqual({
      file: TOPIC,
      line: seeds.lineOf(TOPIC, 'readings: []') + below,
      sentence: expect.stringContaining(words),
    });
  });

  it('refuse two readings with one id', () => {
    const twice = reading('') + reading('').replace('readings:\n', '');
    seeds.change(TOPIC, 'readings: []\n', twice);
    expect(problems()).toEqual([
      { file: TOPIC, line: seeds.lineOf(TOPIC, 'readings: []') + 5, sentence: expect.stringContaining('出现了两次') },
    ]);
  });

  const EXAMPLE = '          - title: 一次会，不达标\n';
  const EXAMPLES = [
    ['an unknown reading', `${EXAMPLE}            readings: { 1.1.1.Q1: 2 }\n`, 1, '没有“1.1.1.Q1”这个读法'],
    ['an unknown parameter', `${EXAMPLE}            parameters: { no: { '2018-01-01': 2 } }\n`, 1, '没有“no”'],
    [
      'a met example that expects another outcome',
      '          - title: 一次会，不达标\n            shows: met\n',
      1,
      'expect 也要是 met',
    ],
    ['a title used twice', '          - title: 两次会，达标\n', 0, '有两个例子叫“两次会，达标”'],
  ] as const;

  it.each(EXAMPLES)('point at an example with %s', (_, written, below, words) => {
    seeds.change(TOPIC, written.includes('shows') ? `${EXAMPLE}            shows: short\n` : EXAMPLE, written);
    expect(problems()).toEqual([
      {
        file: TOPIC,
        line: seeds.lineOf(TOPIC, '一次会，不达标') + below,
        sentence: expect.stringContaining(words),
      },
    ]);
  });

  it.each([
    ['short', '不足'],
    ['missing', '缺失'],
  ])('refuse a %s example that is met', (shows, word) => {
    seeds.change(TOPIC, 'shows: met', `shows: ${shows}`);
    expect(problems()[0]).toEqual({
      file: TOPIC,
      line: seeds.lineOf(TOPIC, '两次会，达标') + 1,
      sentence: expect.stringContaining(word),
    });
  });

  it('refuse dated numbers that are not in the order of their days', () => {
    seeds.change(TOPIC, "values: { '2018-01-01': 2 }", "values: { '2026-01-01': 3, '2018-01-01': 2 }");
    const line = seeds.lineOf(TOPIC, 'min: {');
    expect(problems()).toEqual([
      { file: TOPIC, line, sentence: expect.stringContaining('2018-01-01 写在更晚的一天后面') },
    ]);
  });

  it('refuse one day with two numbers', () => {
    seeds.change(TOPIC, "values: { '2018-01-01': 2 }", "values: { '2018-01-01': 3, '2018-01-01': 2 }");
    const line = seeds.lineOf(TOPIC, 'min: {');
    expect(problems()).toContainEqual({ file: TOPIC, line, sentence: expect.stringContaining('两个相同的键') });
  });
});
