import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { SmallSeeds } from '../../../test/support/small-seeds.js';
import { readConfig } from '../../platform/config/index.js';
import { openProgram } from '../../server.js';
import { standardCheck } from './command.js';

const TOPIC = 'standard/topics/01-one.yaml';

describe('checking an edited standard', () => {
  let running: SmallSeeds;
  let edited: SmallSeeds;
  let said: string[];
  beforeEach(() => {
    running = new SmallSeeds();
    edited = new SmallSeeds();
    said = [];
  });
  afterEach(() => {
    running.remove();
    edited.remove();
  });

  const check = (...more: string[]) =>
    standardCheck([edited.folder, '--against', running.folder, ...more], (line) => said.push(line));

  it('finds nothing different between equal folders', async () => {
    expect(await check()).toBe(0);
    expect(said).toEqual([`${edited.folder}：没有要改的地方，4 个例子都符合`, `与 ${running.folder} 没有不同`]);
  });

  it('says what changed: version, numbers, rules and parameters, old → new', async () => {
    edited.change(TOPIC, 'title: 每年两次会', 'title: 每年两次会议');
    edited.change('standard/standard.yaml', "version: '2026-01-01'", "version: '2026-02-01'");
    edited.change('standard/parameters.yaml', "'2018-01-01': 90", "'2018-01-01': 60");
    expect(await check()).toBe(0);
    expect(said[2]).toMatch(/^ {2}版本 2026-01-01 → 2026-02-01，指纹 [0-9a-f]{12} → [0-9a-f]{12}$/u);
    expect(said.slice(3)).toEqual([
      '  检查点 1.1.1.a 的 title：每年两次会 → 每年两次会议',
      '  公用参数 standing_due_days 的 values.2018-01-01：90 → 60',
    ]);
  });

  it('names file and line of an example that does not hold any more', async () => {
    edited.change(TOPIC, "values: { '2018-01-01': 2 }", "values: { '2018-01-01': 3 }");
    expect(await check()).toBe(1);
    const line = edited.lineOf(TOPIC, '两次会，达标');
    expect(said[0]).toContain(`${edited.folder}/${TOPIC}:${line}：检查点 1.1.1.a 的例子“两次会，达标”不符：`);
    expect(said.at(-1)).toMatch(/^共 \d+ 处要改$/u);
  });

  it('names file and line of what the files themselves have wrong', async () => {
    edited.change(TOPIC, 'says: 两次', 'says: 三次');
    expect(await check()).toBe(1);
    expect(said[0]).toContain(`${TOPIC}:${edited.lineOf(TOPIC, 'min: {')}：`);
  });

  it('refuses other words of a clause, even when the printed table was changed with them', async () => {
    const table =
      '附件\n\t项目\n\t内容\n\t①县政府每年至少召开两次会议，形成会议纪要。\n\t牵头单位：\n县政府办公室\n责任单位：各镇、街道\n';
    edited.write('source/task-table.txt', table);
    edited.write('source/task-table.sha256', createHash('sha256').update(table).digest('hex'));
    edited.change(TOPIC, '，并形成会议纪要。', '，形成会议纪要。');
    expect(await check()).toBe(1);
    expect(said.join('\n')).toContain(
      `${TOPIC}:${edited.lineOf(TOPIC, 'text: 县政府')}：条文 1.1.1 的文字与现行的不同`,
    );
  });

  it('counts the cells that would turn in a county, and leaves its data alone', async () => {
    const data = mkdtempSync(join(tmpdir(), 'county-'));
    try {
      const config = readConfig({ DATA_DIR: data, SEEDS_DIR: running.folder, LOG_LEVEL: 'silent' });
      await (await openProgram(config)).close();
      const before = readFileSync(join(data, 'scorecard.db'));
      edited.change(TOPIC, 'subjects: [county]', "subjects: ['bureau:县政府办公室']");
      expect(await check('--data', data)).toBe(0);
      expect(said.join('\n')).toContain('2 格的判定改变');
      expect(said.slice(-4)).toEqual([
        '  1.1.1.a：2 格',
        '其中：',
        '  县政府 1.1.1.a：未到期 → （不考核）',
        '  县政府办公室 1.1.1.a：（不考核） → 未到期',
      ]);
      expect(readFileSync(join(data, 'scorecard.db'))).toEqual(before);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  });
});
