import { jest } from '@jest/globals';
import Database from 'better-sqlite3';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildProgram, type Program } from './support/index.js';

// Each start is a process; on a busy machine it takes its seconds.
jest.setTimeout(60_000);

const seeds = resolve(import.meta.dirname, '../../seeds');

/** A stack or a line of code has no place on the console of a county office. */
const stack = /\n\s+at |node_modules|node:internal/;

describe('the program', () => {
  let program: Program;
  let folder: string;

  beforeAll(async () => {
    program = await buildProgram();
  });
  afterAll(() => program.remove());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scorecard-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts it, expects it to refuse, and gives what it printed. */
  async function refusal(env: Record<string, string>): Promise<string> {
    const run = program.start({ DATA_DIR: join(folder, 'data'), ...env });
    expect(await run.ended).toBe(1);
    expect(run.output()).not.toMatch(stack);
    return run.output();
  }

  async function served(env: Record<string, string> = {}) {
    const run = program.start({ DATA_DIR: join(folder, 'data'), ...env });
    await run.address();
    return run;
  }

  it('prints a one-time password until one is chosen, and it is a new one each time', async () => {
    const passwords: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const run = await served();
      expect(run.output()).toContain('用户名 Username: admin');
      passwords.push(/一次性密码 One-time password: (\S+)/.exec(run.output())?.[1] ?? '');
      run.child.kill('SIGTERM');
      expect(await run.ended).toBe(0);
    }
    expect(passwords[0]).toMatch(/^(\w{5}-){3}\w{5}$/);
    expect(passwords[1]).not.toBe(passwords[0]);
    const names = readdirSync(join(folder, 'data')).filter((name) => name.startsWith('scorecard.db'));
    const stored = names.map((name) => readFileSync(join(folder, 'data', name), 'latin1'));
    expect(stored.join('')).toContain('$argon2id$');
    for (const password of passwords) expect(stored.join('')).not.toContain(password);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops at %s with everything closed', async (signal) => {
    const run = await served();
    run.child.kill(signal);
    expect(await run.ended).toBe(0);
    expect(existsSync(join(folder, 'data', 'scorecard.db-wal'))).toBe(false);
  });

  it('does not start twice on one data folder, and is not locked out by its own violent death', async () => {
    const first = await served();
    expect(await refusal({})).toContain('正被另一个正在运行的程序使用');
    expect((await fetch(`${await first.address()}/api/health`)).status).toBe(200);
    first.child.kill('SIGKILL');
    await first.ended;
    const next = await served();
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('leaves a database of a newer version as it is', async () => {
    const run = await served();
    run.child.kill('SIGTERM');
    await run.ended;
    const file = join(folder, 'data', 'scorecard.db');
    const database = new Database(file);
    database.exec(`INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'FromTheFuture1999999999999')`);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const before = readFileSync(file);
    const said = await refusal({});
    expect(said).toContain('更新版本');
    expect(said).toContain('FromTheFuture1999999999999');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('leaves a damaged database as it is', async () => {
    const run = await served();
    run.child.kill('SIGTERM');
    await run.ended;
    const file = join(folder, 'data', 'scorecard.db');
    writeFileSync(file, 'not a database '.repeat(1000));
    expect(await refusal({})).toContain('打不开');
    expect(statSync(file).size).toBe(15_000);
  });

  it('says that the data folder is a file', async () => {
    writeFileSync(join(folder, 'data'), 'a file');
    expect(await refusal({})).toContain('不能写入');
    expect(await refusal({ DATA_DIR: join(folder, 'data', 'below') })).toContain('不能写入');
    expect(readFileSync(join(folder, 'data'), 'utf8')).toBe('a file');
  });

  it('says that the folder of the evidence is a file', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'files'), 'a file');
    expect(await refusal({})).toContain('佐证材料的文件夹');
    expect(readFileSync(join(folder, 'data', 'files'), 'utf8')).toBe('a file');
  });

  it('says that the port is in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((done) => {
      other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port));
    });
    expect(await refusal({ PORT: String(port) })).toContain(`端口 ${port} 已被别的程序占用`);
    await new Promise((done) => other.close(done));
  });

  it('names every wrong variable and touches nothing', async () => {
    const said = await refusal({ PORT: 'eighty', CLOCK_TODAY: '2026-02-30', DEMO: 'perhaps' });
    for (const name of ['PORT', 'CLOCK_TODAY', 'DEMO']) expect(said).toContain(name);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('serves plain HTTP on this machine only, unless it is told otherwise', async () => {
    const said = await refusal({ HOST: '0.0.0.0' });
    expect(said).toContain('ALLOW_PLAIN_HTTP=1');
    expect(said).toContain('TRUSTED_PROXY');
    const run = program.start({ DATA_DIR: join(folder, 'data'), HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: '1' });
    while (!run.output().includes('http://0.0.0.0:')) await new Promise((done) => setTimeout(done, 20));
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  it('names file and line of a broken seed and touches nothing', async () => {
    const broken = join(folder, 'seeds');
    cpSync(seeds, broken, { recursive: true });
    const list = join(broken, 'units.csv');
    writeFileSync(list, `${readFileSync(list, 'utf8').trimEnd()}\n999,多余一行\n`);
    const line = readFileSync(list, 'utf8').trimEnd().split('\n').length;
    expect(await refusal({ SEEDS_DIR: broken })).toContain(`units.csv:${line}`);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('writes its log as JSON without a password, an address or a search', async () => {
    const run = await served();
    const url = await run.address();
    const headers = { 'content-type': 'application/json', 'x-requested-with': 'scorecard' };
    const body = JSON.stringify({ username: 'some-body', password: 'Some-Secret-1' });
    await fetch(`${url}/api/session?q=some-search`, { method: 'POST', headers, body });
    run.child.kill('SIGTERM');
    await run.ended;
    const lines = run
      .output()
      .split('\n')
      .filter((text) => text.startsWith('{'));
    const answers = lines.map((text) => JSON.parse(text) as { route?: string; status?: number });
    expect(answers).toContainEqual(expect.objectContaining({ route: '/api/session', status: 401 }));
    expect(lines.join('')).not.toMatch(/some-body|Some-Secret|some-search/);
  });
});
