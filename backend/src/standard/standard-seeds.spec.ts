import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runExample } from './examples/run-example.js';
import { seedJsonSchema } from './json-schema/json-schema.js';
import { loadStandard } from './loader/load-standard.js';
import { StandardService } from './standard.service.js';

const folder = fileURLToPath(new URL('../../../seeds', import.meta.url));
const loaded = loadStandard(folder);
if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.file}:${p.line} ${p.sentence}`).join('\n'));
const { units } = loaded;
const standard = new StandardService(loaded.standard);
const requirements = standard.allRequirements();

const examples = requirements.flatMap(({ requirement }) =>
  requirement.examples.map((example) => ({ id: requirement.id, title: example.title, requirement, example })),
);

describe('the standard of the county', () => {
  it('has 16 topics, 47 clauses and 125 requirements over 491 units', () => {
    expect(loaded.standard.topicSpecs).toHaveLength(16);
    expect(loaded.standard.topicSpecs.flatMap((topic) => topic.clauses)).toHaveLength(47);
    expect(requirements).toHaveLength(125);
    expect(units.units).toHaveLength(491);
  });

  it('quotes every numbered line of the table, in the order of the table', () => {
    const squeeze = (text: string) => text.replace(/\s+/gu, '');
    const table = readFileSync(`${folder}/source/task-table.txt`, 'utf8');
    const printed = table
      .split('\n')
      .map(squeeze)
      .filter((line) => /^[①-⑳]/u.test(line));
    const quoted = loaded.standard.topicSpecs.flatMap((topic) =>
      topic.clauses.map((clause) => squeeze(clause.mark + clause.text)),
    );
    expect(quoted).toEqual(printed);
  });

  it('has at least 500 worked examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(500);
  });

  it('shows met, short, missing and boundary of every requirement, and says what every option means', () => {
    expect(loaded.gaps).toEqual([]);
  });

  it('uses all eleven kinds and marks the three veto clauses', () => {
    expect(new Set(requirements.map(({ requirement }) => requirement.rule.kind)).size).toBe(11);
    const veto = standard.requirements
      .filter((requirement) => requirement.veto)
      .map((requirement) => requirement.clause);
    expect([...new Set(veto)]).toEqual(['6.1.1', '6.1.2', '6.1.3']);
  });

  it('invents no lead unit where the table names none', () => {
    const without = loaded.standard.topicSpecs.filter((topic) => topic.responsibility.lead.length === 0);
    expect(without.map((topic) => topic.topic)).toEqual(['业务培训', '一票否决']);
  });

  it('tells every rule in words without a gap', () => {
    for (const { requirement } of requirements) {
      const words = standard.ruleText(requirement, '2026-11-24');
      expect(words.length).toBeGreaterThan(8);
      expect(words).not.toMatch(/undefined|null|NaN|未定|\[object/u);
    }
  });

  it('is completed in editors by a schema that is not stale', () => {
    expect(readFileSync(`${folder}/standard/schema.json`, 'utf8')).toBe(seedJsonSchema());
  });
});

describe('the worked examples', () => {
  it.each(examples.map((entry) => [`${entry.id} ${entry.title}`, entry] as const))('%s', (_, entry) => {
    expect(runExample(standard, units, entry.requirement, entry.example)).toEqual([]);
  });
});
