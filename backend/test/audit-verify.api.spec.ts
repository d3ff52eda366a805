import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { auditVerify } from '../src/commands/audit-verify/command.js';
import { StartupError } from '../src/platform/errors/index.js';
import { county, meeting, recordsPath, startTestApp } from './support/index.js';

/** A data folder as a server leaves it after a dozen changes; each test spoils a copy. */
let left = '';
let folder = '';

beforeAll(async () => {
  left = mkdtempSync(join(tmpdir(), 'scorecard-left-'));
  const test = await startTestApp({ dataDir: left });
  for (let count = 0; count < 10; count += 1)
    await test.client.post(recordsPath, { type: 'meeting', unitCode: county, fields: meeting });
  await test.stop();
});
afterAll(() => rmSync(left, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scorecard-verify-'));
  cpSync(left, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Does to the table what somebody with the file can do: takes the guards away, and puts them back. */
function tamper(...statements: string[]): void {
  const database = new Database(join(folder, 'scorecard.db'));
  const guards = database.prepare(`SELECT sql FROM sqlite_master WHERE type = 'trigger'`).pluck().all() as string[];
  for (const name of ['no_update', 'no_delete', 'in_turn']) database.exec(`DROP TRIGGER audit_entry_${name}`);
  for (const statement of statements) database.exec(statement);
  for (const guard of guards) database.exec(guard);
  database.close();
}

function verified(...more: string[]): { code: number; lines: string[] } {
  const lines: string[] = [];
  return { code: auditVerify(['--data', folder, ...more], (line) => lines.push(line)), lines };
}

/** Last number in the untouched folder. */
function last(): number {
  const database = new Database(join(folder, 'scorecard.db'), { readonly: true });
  const number = Number(database.prepare('SELECT MAX(number) FROM audit_entry').pluck().get());
  database.close();
  return number;
}

/** Starts the server on the spoiled folder and lets it go on for a while. */
async function goOn(): Promise<void> {
  const test = await startTestApp({ dataDir: folder });
  for (let count = 0; count < 5; count += 1)
    await test.client.post(recordsPath, { type: 'meeting', unitCode: county, fields: meeting });
  await test.stop();
}

describe('npm run audit:verify', () => {
  it('is silent on what a server left, and after the next one', async () => {
    expect(verified()).toEqual({ code: 0, lines: [`操作日志完好：共 ${last()} 条，没有改动、缺漏和断尾。`] });
    await goOn();
    expect(verified().code).toBe(0);
  });

  it.each(['at', 'actor_name', 'address', 'action', 'object_id', 'before', 'after', 'result', 'previous_hash', 'hash'])(
    'finds an edited %s and names the entry',
    (column) => {
      tamper(`UPDATE audit_entry SET "${column}" = 'x' WHERE number = 5`);
      const { code, lines } = verified();
      expect(code).toBe(1);
      expect(lines[1]).toBe('1. 第 5 条的内容被改过，和它的校验值对不上。');
    },
  );

  it('finds a deleted middle row', () => {
    tamper('DELETE FROM audit_entry WHERE number = 6');
    expect(verified()).toEqual({ code: 1, lines: ['操作日志有 1 处问题：', '1. 第 6 条不见了。'] });
  });

  it('finds a deleted middle row although the rest was renumbered', () => {
    tamper('DELETE FROM audit_entry WHERE number = 6', 'UPDATE audit_entry SET number = number - 1 WHERE number > 6');
    const { code, lines } = verified();
    expect(code).toBe(1);
    expect(lines[1]).toMatch(/^1\. 第 6 条到第 \d+ 条的内容被改过/);
  });

  it('finds a cut tail, be it one entry', () => {
    const number = last();
    tamper(`DELETE FROM audit_entry WHERE number = ${number}`);
    const { code, lines } = verified();
    expect([code, lines.length]).toEqual([1, 2]);
    expect(lines[1]).toMatch(new RegExp(`日志末尾被删：日志头记着到 .* 有 ${number} 条，现在只到第 ${number - 1} 条`));
  });

  it('finds a cut tail also after the server has gone on past it', async () => {
    tamper(`DELETE FROM audit_entry WHERE number > 8`);
    await goOn();
    expect(last()).toBeGreaterThan(8);
    const { code, lines } = verified();
    expect(code).toBe(1);
    expect(lines[1]).toMatch(/日志头在 .* 记下/);
  });

  it('finds an emptied table, also after the server has gone on', async () => {
    tamper('DELETE FROM audit_entry');
    expect(verified()).toEqual({ code: 1, lines: [expect.any(String), expect.stringContaining('日志被清空')] });
    await goOn();
    expect(verified().code).toBe(1);
  });

  it('finds a replaced key, and says so once', () => {
    writeFileSync(join(folder, 'audit.key'), `${'ab'.repeat(32)}\n`);
    expect(verified()).toEqual({
      code: 1,
      lines: ['操作日志有 1 处问题：', expect.stringContaining('密钥文件被换过')],
    });
  });

  it('finds a replaced key although the heads are gone as well', () => {
    writeFileSync(join(folder, 'audit.key'), `${'ab'.repeat(32)}\n`);
    rmSync(join(folder, 'audit-heads.jsonl'));
    expect(verified().lines.join()).toMatch(/密钥文件被换过.*日志头文件不见了/);
  });

  it('finds an edit beside entries of a key that was lost', async () => {
    const old = last();
    writeFileSync(join(folder, 'audit.key'), `${'ab'.repeat(32)}\n`);
    await goOn();
    expect(verified().lines).toEqual([
      '操作日志有 1 处问题：',
      expect.stringContaining(`第 1 条到第 ${old} 条是用另一个密钥做的`),
    ]);
    tamper(`UPDATE audit_entry SET actor_name = 'x' WHERE number = ${old + 3}`);
    expect(verified().lines[2]).toBe(`2. 第 ${old + 3} 条的内容被改过，和它的校验值对不上。`);
  });

  it('finds a row that is no entry any more', () => {
    tamper(`UPDATE audit_entry SET at = x'00' WHERE number = 5`);
    expect(verified().lines).toEqual([expect.any(String), expect.stringContaining('第 5 条不成样子')]);
  });

  it('finds a head that was set back to where the table was cut', () => {
    tamper(`DELETE FROM audit_entry WHERE number > 8`);
    const file = join(folder, 'audit-heads.jsonl');
    const database = new Database(join(folder, 'scorecard.db'), { readonly: true });
    const hash = database.prepare('SELECT hash FROM audit_entry WHERE number = 8').pluck().get();
    database.close();
    const head = JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '');
    writeFileSync(file, `${JSON.stringify({ ...head, number: 8, hash })}\n`);
    expect(verified().lines[1]).toContain('日志头文件第 1 行被改过');
  });

  it('finds with a copy of the heads what was cut from table and heads together', () => {
    const copy = join(folder, 'copy.jsonl');
    cpSync(join(folder, 'audit-heads.jsonl'), copy);
    tamper('DELETE FROM audit_entry');
    rmSync(join(folder, 'audit-heads.jsonl'));
    expect(verified('--heads', copy).lines[1]).toContain('日志被清空');
  });

  it('finds that the guards of the table are gone', () => {
    const database = new Database(join(folder, 'scorecard.db'));
    database.exec('DROP TRIGGER audit_entry_no_update');
    database.close();
    expect(verified().lines[1]).toContain('触发器少了 1 个');
  });

  it('says what it needs when there is nothing to check', () => {
    const nowhere = join(folder, 'nowhere');
    expect(() => auditVerify(['--data', nowhere], () => undefined)).toThrow(StartupError);
    expect(() => auditVerify(['--nonsense'], () => undefined)).toThrow(/用法/);
    rmSync(join(folder, 'audit.key'));
    expect(() => verified()).toThrow(/密钥文件/);
  });

  it('has a server that does not start without the key of its entries', async () => {
    rmSync(join(folder, 'audit.key'));
    await expect(startTestApp({ dataDir: folder })).rejects.toThrow(/操作日志的密钥文件.*不见了/);
  });
});
