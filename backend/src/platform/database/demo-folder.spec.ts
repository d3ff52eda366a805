import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '../errors/index.js';
import { keepApart } from './demo-folder.js';

describe('invented and real data', () => {
  let path: string;
  const folder = () => ({ path, databaseFile: join(path, 'scorecard.db'), release: () => undefined });

  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'scorecard-demo-'));
  });
  afterEach(() => rmSync(path, { recursive: true, force: true }));

  it('leave an empty folder of real data unmarked', () => {
    keepApart(folder(), false);
    expect(readdirSync(path)).toEqual([]);
  });

  it('open a demo folder as a demo again and again, never as real data', () => {
    keepApart(folder(), true);
    writeFileSync(join(path, 'scorecard.db'), '');
    keepApart(folder(), true);
    expect(() => keepApart(folder(), false)).toThrow(StartupError);
    expect(() => keepApart(folder(), false)).toThrow('演示数据');
  });

  it('never open real data as a demo, and leave it unmarked', () => {
    writeFileSync(join(path, 'scorecard.db'), '');
    expect(() => keepApart(folder(), true)).toThrow('正式数据');
    expect(existsSync(join(path, 'demo-data.txt'))).toBe(false);
    keepApart(folder(), false);
  });
});
