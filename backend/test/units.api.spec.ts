import Database from 'better-sqlite3';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestApp } from './support/index.js';

const repository = fileURLToPath(new URL('../../seeds', import.meta.url));

describe('the table of units', () => {
  const folder = mkdtempSync(join(tmpdir(), 'units-'));
  const seeds = join(folder, 'seeds');
  const dataDir = join(folder, 'data');
  cpSync(repository, seeds, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function rows(where: string): Record<string, unknown>[] {
    const database = new Database(join(dataDir, 'scorecard.db'), { readonly: true });
    try {
      return database.prepare(`SELECT code, name, valid_from, valid_to FROM unit WHERE ${where}`).all() as never;
    } finally {
      database.close();
    }
  }

  async function startAndStop(today: string): Promise<void> {
    const test = await startTestApp({ seeds, dataDir, today });
    await test.stop();
  }

  it('is filled at the first start and follows the list at the next', async () => {
    await startAndStop('2026-11-24');
    expect(rows('valid_from IS NULL AND valid_to IS NULL')).toHaveLength(491);

    const list = join(seeds, 'units.csv');
    const renamed = readFileSync(list, 'utf8').replace('沂源县民政局,', '沂源县民政和社会工作局,');
    const lines = renamed.trimEnd().split('\n');
    const last = lines.pop() ?? '';
    writeFileSync(list, `${lines.join('\n')}\n370323111999,新设村委会,新设,village,370323111,\n`);
    await startAndStop('2026-12-01');

    expect(rows(`code = '370323-mz'`)).toMatchObject([{ name: '沂源县民政和社会工作局', valid_from: null }]);
    expect(rows(`code = '370323111999'`)).toMatchObject([{ valid_from: '2026-12-01', valid_to: null }]);
    expect(rows(`code = '${last.split(',')[0]}'`)).toMatchObject([{ valid_to: '2026-12-01' }]);
    expect(rows('1 = 1')).toHaveLength(492);
  });
});
