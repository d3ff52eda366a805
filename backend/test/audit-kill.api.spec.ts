import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditVerify } from '../src/commands/audit-verify/command.js';
import { buildProgram, Client, county, meeting, type Program, recordsPath, testPassword } from './support/index.js';

jest.setTimeout(120_000);

describe('the trail of a server that was killed in the middle of writes', () => {
  let program: Program;
  const folder = mkdtempSync(join(tmpdir(), 'scorecard-kill-'));

  beforeAll(async () => {
    program = await buildProgram();
  });
  afterAll(() => {
    program.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds each time, and goes on with the next number', async () => {
    const counts: number[] = [];
    let oneTime: string | undefined;
    for (let round = 0; round < 4; round += 1) {
      const run = program.start({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
      const client = new Client(await run.address());
      oneTime ??= /One-time password: (\S+)/.exec(run.output())?.[1] ?? '';
      await client.signIn('admin', round === 0 ? oneTime : testPassword);
      if (round === 0) await client.choosePassword(oneTime, testPassword);
      const enter = () => client.post(recordsPath, { type: 'meeting', unitCode: county, fields: meeting });
      const writes = Array.from({ length: 200 }, () => enter().catch(() => null));
      // Later each time, so that also a head is just being written.
      await new Promise((done) => setTimeout(done, 250 * (round + 1)));
      run.child.kill('SIGKILL');
      await Promise.all([run.ended, ...writes]);
      const lines: string[] = [];
      expect([auditVerify(['--data', folder], (line) => lines.push(line)), lines]).toEqual([0, [expect.any(String)]]);
      counts.push(Number(/共 (\d+) 条/.exec(lines[0] ?? '')?.[1]));
    }
    expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
  });
});
