import { loadStandard, StandardService } from '../../standard/index.js';
import { seedsFolder } from '../seeds-folder.js';
import { standardDocument } from './document.js';
import { cell, table } from './markdown.js';

const loaded = loadStandard(seedsFolder());
if (!loaded.ok) throw new Error('the seeds do not load');
const service = new StandardService(loaded.standard);
const text = standardDocument(service);
const clauses = loaded.standard.topicSpecs.flatMap((topic) => topic.clauses);

describe('the standard in words', () => {
  it('has every clause verbatim, every requirement, number, reading, option and example', () => {
    for (const clause of clauses) {
      expect(text).toContain(`> ${clause.text}\n`);
      for (const { id, title, examples, numbers } of clause.requirements) {
        expect(text).toContain(`#### ${id} ${cell(title)}\n`);
        for (const name of Object.keys(numbers)) expect(text).toContain(`| ${cell(name)} |`);
        for (const example of examples) expect(text).toContain(`| ${cell(example.title)}`);
      }
      for (const { id, options } of clause.readings) {
        expect(text).toContain(`#### 读法 ${id}（`);
        options.forEach((option, index) => expect(text).toContain(`| ${index + 1}. ${cell(option)}`));
      }
    }
    for (const { id } of loaded.standard.parameters) expect(text).toContain(`| ${cell(id)} |`);
  });

  it('marks one default of each reading and links every clause to its place', () => {
    expect(text.match(/（默认） \| 现行读法 \|/gu)).toHaveLength(102);
    const links = [...text.matchAll(/\]\(#([^)]+)\)/gu)].map(([, target]) => target);
    expect(links).toHaveLength(48);
    for (const target of links) expect(text).toContain(`<a id="${target}"></a>`);
  });

  it('is the same each time it is made', () => {
    expect(standardDocument(new StandardService(loaded.standard))).toBe(text);
  });

  it('keeps a cell in one line and free of markup', () => {
    expect(cell('甲|乙\n丙_丁*')).toBe('甲\\|乙<br>丙\\_丁\\*');
    expect(table(['甲'], [])).toEqual([]);
    expect(table(['甲', '乙'], [['1', '2']])).toEqual(['| 甲 | 乙 |', '|---|---|', '| 1 | 2 |', '']);
  });
});
