import { SmallSeeds } from '../../../test/support/small-seeds.js';
import { loadStandard } from '../loader/load-standard.js';

const TOPIC = 'standard/topics/01-one.yaml';

describe('what is still to be written', () => {
  let seeds: SmallSeeds;
  beforeEach(() => {
    seeds = new SmallSeeds();
  });
  afterEach(() => seeds.remove());

  function gaps() {
    const loaded = loadStandard(seeds.folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded.gaps;
  }

  it('is nothing in seeds that are whole', () => {
    expect(gaps()).toEqual([]);
  });

  it.each([
    ['met', '达标（shows: met）'],
    ['short', '不足（shows: short）'],
    ['missing', '缺失（shows: missing）'],
    ['boundary', '界线（shows: boundary）'],
  ])('names a requirement without an example of %s', (shows, words) => {
    seeds.change(TOPIC, `shows: ${shows}`, 'shows: other');
    const line = seeds.lineOf(TOPIC, 'examples:');
    expect(gaps()).toEqual([{ file: TOPIC, line, sentence: `检查点 1.1.1.a 还缺说明${words}的例子` }]);
  });

  it('names a requirement with less than four examples', () => {
    const from = "          - title: 没有会，缺\n            shows: missing\n            asOf: '2026-11-24'\n";
    seeds.change(
      TOPIC,
      `${from}            start: '2026-03-01'\n            records: []\n            expect: { outcome: atRisk, measured: 0 }\n`,
      '',
    );
    expect(gaps()[0]).toEqual({
      file: TOPIC,
      line: seeds.lineOf(TOPIC, 'examples:'),
      sentence: '检查点 1.1.1.a 至少要有 4 个例子，现有 3 个',
    });
  });

  it('names a reading whose other options are not said', () => {
    const reading = 'readings:\n      - { id: 1.1.1.Q1, question: 问, options: [甲, 乙, 丙], default: 2 }\n';
    seeds.change(TOPIC, 'readings: []\n', reading);
    const line = seeds.lineOf(TOPIC, 'readings: []') + 1;
    expect(gaps()).toEqual([
      { file: TOPIC, line, sentence: expect.stringContaining('读法 1.1.1.Q1 没有写第 1、3 项') },
    ]);
    seeds.change(TOPIC, 'readings: []\n', reading.replace('default: 2', 'default: 2, recorded: 审核人看'));
    expect(gaps()).toEqual([]);
  });
});
