import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SmallSeeds } from '../../../test/support/small-seeds.js';
import { loadStandard } from './load-standard.js';

const TOPIC = 'standard/topics/01-one.yaml';
const MEETING = 'record-types/meeting.yaml';
/** A field that points at another meeting, of a level given. */
const link = (field: string, option: string) =>
  `fields:\n  - { id: link, label: 前次, type: record, required: false, target: meeting, targetWhen: { field: ${field}, any: [${option}] } }`;

describe('loading the standard', () => {
  let seeds: SmallSeeds;
  beforeEach(() => {
    seeds = new SmallSeeds();
  });
  afterEach(() => seeds.remove());

  function problems() {
    const loaded = loadStandard(seeds.folder);
    return loaded.ok ? [] : loaded.problems;
  }

  it('reads seeds in which everything is right, with short conditions written out', () => {
    const loaded = loadStandard(seeds.folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    expect(loaded.units.units).toHaveLength(5);
    const [requirement] = loaded.standard.requirements;
    expect(requirement).toMatchObject({ id: '1.1.1.a', clause: '1.1.1', veto: false });
    expect(requirement?.rule).toMatchObject({ count: { where: { level: { any: ['县政府'] } } } });
    expect(loaded.standard.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives another hash when a word changes, and the same when only line ends do', () => {
    const hash = () => {
      const loaded = loadStandard(seeds.folder);
      return loaded.ok ? loaded.standard.hash : '';
    };
    const before = hash();
    expect(before).not.toBe('');
    seeds.change('standard/parameters.yaml', '90', '91');
    expect(hash()).not.toBe(before);
    seeds.change('standard/parameters.yaml', ':\n', ':\r\n');
    expect(hash()).toBe(before);
  });

  /** What is spoiled, the text on whose line the problem is, and words of the sentence. */
  const SPOILED = [
    ['an unknown key', TOPIC, 'order: 1', 'oder: 1', 'order: 1', '不认识“oder”'],
    ['a missing key', TOPIC, '        dataOwner: 县政府办公室\n', '', '- id: 1.1.1.a', '缺少这一项'],
    ['an unknown kind', TOPIC, 'kind: count_per_period', 'kind: counting', 'kind: count_per_period', 'documents'],
    [
      'a clause that is not in the table',
      TOPIC,
      'text: 县政府每年',
      'text: 县政府年年',
      'text: 县政府每年',
      '与原文不一致',
    ],
    ['a clause cut short', TOPIC, '，并形成会议纪要。', '。', 'text: 县政府每年', '与原文不一致'],
    [
      'a basis that the clause does not say',
      TOPIC,
      '[县政府每年至少',
      '[县政府每年最少',
      'basis:',
      '不在条文 1.1.1 里',
    ],
    ['a number that the clause does not say', TOPIC, 'says: 两次', 'says: 三次', 'min: {', '原文说法“三次”'],
    ['a missing number', TOPIC, '          min:', '          max:', 'numbers:', '要用到数字 min'],
    ['an unknown parameter', TOPIC, "values: { '2018-01-01': 2 }", 'use: nothing', 'min: {', '没有“nothing”'],
    ['an unknown lead unit', TOPIC, 'lead: [县政府办公室]', 'lead: [县府办]', 'lead:', '没有“县府办”这个单位'],
    ['an unknown bureau', TOPIC, '[county]', "['bureau:县水利局']", 'subjects:', '没有“县水利局”'],
    ['an unknown subject', TOPIC, '[county]', '[everybody]', 'subjects:', '考核对象写'],
    [
      'an unknown evidence type',
      TOPIC,
      '- { type: minutes',
      '- { type: paper',
      '- { type: minutes',
      '没有佐证材料类型“paper”',
    ],
    [
      'an unknown field in an example',
      TOPIC,
      "date: '2026-04-01'",
      "day: '2026-04-01'",
      "date: '2026-04-01'",
      '没有字段“day”',
    ],
    [
      'an unknown option in an example',
      TOPIC,
      "04-01', level: 县政府",
      "04-01', level: 省",
      "date: '2026-04-01'",
      '县政府、镇',
    ],
    [
      'an unknown unit in an example',
      TOPIC,
      '- { type: meeting, fields: { date',
      '- { type: meeting, unit: 西镇, fields: { date',
      "date: '2026-04-01'",
      '没有“西镇”',
    ],
    ['an unknown record type in a rule', TOPIC, 'record: meeting', 'record: meting', 'count:', '没有登记类型“meting”'],
    [
      'an unknown field in a rule',
      TOPIC,
      'where: { level: 县政府 }',
      'where: { grade: 县政府 }',
      'count:',
      '没有字段“grade”',
    ],
    [
      'an unknown option in a rule',
      TOPIC,
      'where: { level: 县政府 }',
      'where: { level: 省 }',
      'count:',
      '没有选项“level: 省”',
    ],
    [
      'a condition that does not fit',
      TOPIC,
      'where: { level: 县政府 }',
      'where: { level: true }',
      'count:',
      '不能这样用',
    ],
    [
      'unknown evidence in a rule',
      TOPIC,
      'attachments: [minutes]',
      'attachments: [paper]',
      'count:',
      '没有佐证材料类型“paper”',
    ],

    ['a day that does not exist', TOPIC, "asOf: '2026-11-24'", "asOf: '2026-02-30'", 'asOf:', '并且要有这一天'],
    ['a tab', TOPIC, '\n  - id: 1.1.1', '\n\t- id: 1.1.1', '- id: 1.1.1', '制表符'],
    ['a field type that does not exist', MEETING, 'type: day', 'type: date', 'type: day', '只能写'],
    ['a day field that is no day', MEETING, 'dayField: date', 'dayField: level', 'dayField', 'dayField'],
    ['a kind of link by no choice', MEETING, 'fields:', link('date', '镇'), 'id: date', '所指类型的一个 choice 字段'],
    ['a kind of link that there is not', MEETING, 'fields:', link('level', '省'), 'id: date', '只能写：县政府、镇'],
    [
      'a kind that is no choice',
      MEETING,
      'dayField:',
      'kindField: date\ndayField:',
      'dayField:',
      'kindField 写一个 choice',
    ],
    ['an owner nobody reviews', MEETING, '[county, town]', '[county, village]', 'review:', '由谁审核'],
    ['a wrong count', 'standard/standard.yaml', 'clauses: 1', 'clauses: 2', 'expect:', '应有 2 个条文，实有 1 个'],
    ['a topic file not listed', 'standard/standard.yaml', '[01-one]', '[02-two]', 'id:', '没有这个文件'],
  ] as const;

  it.each(SPOILED)('points at %s', (_, file, from, to, place, words) => {
    seeds.change(file, from, to);
    const found = problems();
    expect(found.map((problem) => problem.sentence).join('\n')).toContain(words);
    const problem = found.find((entry) => entry.sentence.includes(words));
    if (words === '没有这个文件') return;
    expect(problem).toMatchObject({ file, line: seeds.lineOf(file, place) });
  });

  it('points at a measure that names a field which its records do not have', () => {
    const text = readFileSync(join(seeds.folder, TOPIC), 'utf8');
    const measure = (field: string) => `
          kind: coverage
          period: calendar_year
          of:
            type: ratio
            numerator: { sum: { record: meeting, from: own }, field: ${field} }
            denominator: { units: [county] }
`;
    const target = "target: { unit: '%', says: null, values: { '2018-01-01': 100 } }";
    const spoiled = text
      .replace(/\n {10}kind: count_per_period\n.*\n.*\n/u, measure('people'))
      .replace(/min: \{ .*\n/u, `${target}\n          ${target.replace('target', 'yellow')}\n`);
    seeds.write(TOPIC, spoiled);
    const line = spoiled.split('\n').findIndex((row) => row.includes('numerator:')) + 1;
    const sentence = expect.stringContaining('“会议”没有字段“people”，只能写：date、level');
    expect(problems()).toContainEqual({ file: TOPIC, line, sentence });
  });

  it('wants examples of every requirement', () => {
    const text = readFileSync(join(seeds.folder, TOPIC), 'utf8');
    seeds.write(TOPIC, text.replace(/ {8}examples:[^]*$/u, ''));
    const line = seeds.lineOf(TOPIC, '- id: 1.1.1.a');
    expect(problems()).toEqual([{ file: TOPIC, line, sentence: expect.stringContaining('至少要有两个例子') }]);
  });

  it('wants an example that is not met', () => {
    const text = readFileSync(join(seeds.folder, TOPIC), 'utf8');
    seeds.write(TOPIC, text.replaceAll('outcome: atRisk', 'outcome: met'));
    const sentence = expect.stringContaining('也有不达标的');
    expect(problems()).toContainEqual({ file: TOPIC, line: seeds.lineOf(TOPIC, 'examples:'), sentence });
  });

  it('refuses two requirements with one id', () => {
    seeds.change(TOPIC, 'requirements:', 'requirements: &all');
    seeds.change(MEETING, 'id: level', 'id: date');
    expect(
      problems()
        .map((problem) => problem.sentence)
        .join(),
    ).toContain('同名字段出现了两次');
  });

  it('notices a table that was changed', () => {
    seeds.change('source/task-table.txt', '两次', '三次');
    expect(
      problems()
        .map((problem) => problem.sentence)
        .join(),
    ).toContain('原文不许改动');
  });

  it.each([TOPIC, MEETING, 'units.csv', 'source/task-table.txt'])('names %s when it is not in UTF-8', (file) => {
    // 历山 as Windows programs save it: GBK.
    writeFileSync(join(seeds.folder, file), Buffer.from([0xc0, 0xfa, 0xc9, 0xbd, 0x0a]));
    expect(problems()).toContainEqual({ file, line: 1, sentence: expect.stringContaining('另存为 UTF-8') });
  });

  it.each([TOPIC, 'units.csv', 'source/task-table.txt'])('names %s when a folder stands in its place', (file) => {
    seeds.remove(file);
    mkdirSync(join(seeds.folder, file));
    expect(problems()).toContainEqual({ file, line: 1, sentence: expect.stringContaining('读不出来') });
  });

  it('takes no references, which can blow a small file up to any size', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const inner = Array.from({ length: 9 }, () => (level === 0 ? 'x' : `*l${level - 1}`));
      return `l${level}: &l${level} [${inner.join(', ')}]\n`;
    });
    seeds.write(TOPIC, levels.join(''));
    expect(problems()[0]).toEqual({ file: TOPIC, line: 2, sentence: expect.stringContaining('不要用“*名称”') });
  });

  it('passes the problems of units.csv on', () => {
    seeds.change('units.csv', '1101,和源村委会,和源,village,11,', '1101,和源村委会,和源,village,99,');
    expect(problems()[0]).toMatchObject({ file: 'units.csv', line: 6 });
  });
});
