import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluateCommand, Refusal } from '../src/commands/evaluate/evaluate-command.js';
import { readSeeds } from '../src/seeds.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const seeds = readSeeds(join(root, 'seeds'));
const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command prints: JSON, or sentences and the exit code 1. */
function run(...options: string[]) {
  try {
    return { status: 0, stderr: '', json: JSON.parse(JSON.stringify(evaluateCommand(options, seeds))) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 1, stderr: error.message, json: null };
  }
}

function file(text: string): string {
  const path = join(folder, 'input.yaml');
  writeFileSync(path, text);
  return path;
}

const MEETINGS = join(root, 'docs/examples/meetings.yaml');
const DAYS = ['--as-of', '2026-11-24', '--start', '2026-03-01'] as const;

describe('the judge without a server', () => {
  it('judges the records of the manual and says so in the words of the pages', () => {
    const { json } = run('--records', MEETINGS, ...DAYS, '--requirement', '1.1.3.a');
    expect(json.cells).toHaveLength(1);
    expect(json.cells[0]).toMatchObject({
      requirement: '1.1.3.a',
      unitName: '县政府',
      outcome: 'met',
      measured: 2,
      required: 2,
      shortfall: 0,
      due: '2026-12-31',
      sentence: '2026 年会议已有 2 次，要求 2 次，已达标。',
    });
  });

  it('tells what was known on a day: without the minutes, with them but not approved, approved', () => {
    const on = (day: string) =>
      run('--records', MEETINGS, ...DAYS, '--requirement', '1.1.3.a', '--known-on', day).json.cells[0];
    expect(on('2026-04-09')).toMatchObject({ outcome: 'atRisk', measured: 0 });
    expect(on('2026-11-01')).toMatchObject({ outcome: 'atRisk', reason: 'shortInLastQuarter', measured: 1 });
    expect(on('2026-11-05')).toMatchObject({ outcome: 'atRisk', reason: 'waitingForReview', measured: 1 });
    expect(on('2026-11-06')).toMatchObject({ outcome: 'met', measured: 2 });
  });

  it('judges one unit in all its requirements, and JSON like YAML', () => {
    const path = file(JSON.stringify([{ type: 'meeting', unit: '鲁村镇', day: '2026-05-01', evidence: ['minutes'] }]));
    const { json } = run('--records', path, ...DAYS, '--unit', '鲁村镇');
    expect(json.cells.length).toBeGreaterThan(20);
    expect(new Set(json.cells.map((cell: { unitName: string }) => cell.unitName))).toEqual(new Set(['鲁村镇']));
  });

  it('judges by other parameters, plain and dated', () => {
    const params = file('parameters:\n  standing_due_days: { "2018-01-01": 90, "2026-11-01": 300 }\n');
    const cell = (asOf: string) =>
      run(
        '--records',
        MEETINGS,
        '--as-of',
        asOf,
        '--start',
        '2026-03-01',
        '--requirement',
        '1.1.1.a',
        '--params',
        params,
      ).json.cells[0];
    expect(cell('2026-10-31').outcome).toBe('unmet');
    expect(cell('2026-11-01')).toMatchObject({ outcome: 'notDue', due: '2026-12-26' });
  });

  it('judges by another reading: where streets are no towns, they have no cell', () => {
    const cells = (...more: string[]) =>
      run('--records', MEETINGS, ...DAYS, '--requirement', '5.4.2.b', ...more).json.cells;
    const names = (...more: string[]) => cells(...more).map((cell: { unitName: string }) => cell.unitName);
    expect(names()).toContain('历山街道');
    expect(names()).toHaveLength(12);
    expect(names('--params', file('readings: { 5.4.2.Q3: 2 }'))).toHaveLength(10);
  });

  it('rolls up given cells and given clauses', () => {
    const cells = run('--given', join(root, 'docs/examples/given.yaml')).json;
    expect(cells.readiness).toMatchObject({ met: 1, total: 44, band: 'unproven' });
    expect(cells.clauses.find((clause: { id: string }) => clause.id === '5.2.1')).toMatchObject({ outcome: 'atRisk' });
    const ids = cells.clauses.map((clause: { id: string }) => clause.id);
    const said = ids.map((id: string) => `  ${id}: ${id.startsWith('6.') ? 'clear' : 'met'}`).join('\n');
    expect(run('--given', file(`clauses:\n${said}\n`)).json.readiness).toMatchObject({ met: 44, band: 'ready' });
  });

  it.each([
    ['records: [{ type: meetings }]', '没有登记类型“meetings”'],
    ['records: [{ type: meeting, unit: 不存在镇 }]', '没有“不存在镇”这个单位'],
    ['records: [{ type: meeting, period: 2026-Q3 }]', '按日登记，请改写 day'],
    ['records: [{ type: meeting, day: 2026-02-30 }]', '日期写成 YYYY-MM-DD'],
    ['records: [{ type: meeting, revisions: [{ on: 2026-03-01, fields: { nix: 1 } }] }]', '没有字段“nix”'],
    ['- type: meeting\n  : [', '：'],
  ])('refuses %s with file and line', (text, sentence) => {
    const { status, stderr, json } = run('--records', file(text), ...DAYS);
    expect([status, json]).toEqual([1, null]);
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/input\.yaml:\d+：/);
  });

  it('refuses options that make no sense, each with what to write', () => {
    expect(run().stderr).toContain('用法');
    expect(run('--records', MEETINGS, '--as-of', '2026-13-01', '--start', '2026-03-01').stderr).toContain('--as-of');
    expect(run('--records', MEETINGS, ...DAYS, '--unit', '王庄').stderr).toContain('镇/村');
    expect(run('--records', MEETINGS, ...DAYS, '--requirement', '9.9.9').stderr).toContain('没有“9.9.9”');
    expect(run('--records', MEETINGS, '--given', MEETINGS, ...DAYS).stderr).toContain('只能写一个');
    expect(run('--nothing').stderr).toContain('不认识的选项');
    expect(run('--given', file('clauses: { 6.1.1: met }')).stderr).toContain('clear');
    expect(run('--given', file('requirements: { 1.1.1.z: { met: 1 } }')).stderr).toContain('没有“1.1.1.z”');
    expect(run('--records', MEETINGS, ...DAYS, '--params', file('parameters: { nix: 1 }')).stderr).toContain(
      '没有“nix”',
    );
    expect(run('--records', MEETINGS, ...DAYS, '--params', file('readings: { 5.3.3.Q9: 1 }')).stderr).toContain(
      '5.3.3.Q9',
    );
  });
});

describe('its manual', () => {
  const manual = readFileSync(join(root, 'docs/evaluate.md'), 'utf8');
  const found = (pattern: RegExp, text = manual) => [...text.matchAll(pattern)].map(([, word = '']) => word);

  it('names the options that the command takes, all of them and no other', () => {
    const options = [...new Set(found(/(--[a-z-]+)/g, run().stderr))].sort();
    expect(options.length).toBeGreaterThan(5);
    expect(found(/^\| `(--[a-z-]+)` \|/gm).sort()).toEqual(options);
    for (const option of options) expect(run(option, 'x').stderr).not.toContain('不认识的选项');
  });

  it('shows files that the command reads', () => {
    const files = [...new Set(found(/\]\((examples\/[a-z]+\.yaml)\)/g))];
    expect(files).toEqual(['examples/meetings.yaml', 'examples/given.yaml']);
    const [meetings = '', given = ''] = files.map((name) => join(root, 'docs', name));
    expect(run('--records', meetings, ...DAYS, '--requirement', '1.1.3.a')).toMatchObject({ status: 0 });
    expect(run('--given', given)).toMatchObject({ status: 0 });
  });

  it('shows parameters, readings and counts that the command reads', () => {
    const blocks = found(/```yaml\n([^`]+)```/g);
    expect(blocks).toHaveLength(3);
    for (const text of blocks) {
      const given = !text.startsWith('parameters:');
      const asked = ['--records', MEETINGS, ...DAYS, '--requirement', '1.1.3.a', '--params', file(text)];
      expect(run(...(given ? ['--given', file(text)] : asked))).toMatchObject({ status: 0, stderr: '' });
    }
  });

  it('names the keys of an answer as they are', () => {
    const { json } = run('--records', MEETINGS, ...DAYS, '--requirement', '1.1.3.a');
    const told = manual.split('\n').find((line) => line.startsWith('Each cell of the answer')) ?? '';
    expect(found(/`([a-zA-Z]+)`/g, told).sort()).toEqual(Object.keys(json.cells[0]).sort());
  });
});
