import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepStandard, keptStandard } from './kept-standard.js';
import { loadStandard, type Standard } from './standard/index.js';

const seeds = join(import.meta.dirname, '../../seeds');
let build: string;
let standard: Standard;

beforeAll(() => {
  const loaded = loadStandard(seeds);
  if (!loaded.ok) throw new Error('the seeds are broken');
  standard = loaded.standard;
});
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'build-'));
});
afterEach(() => rmSync(build, { recursive: true }));

describe('the standard that a build keeps', () => {
  it('is the checked one, to the last value', () => {
    writeFileSync(join(build, '.build-stamp'), 'x');
    keepStandard(standard, build);
    expect(keptStandard(standard.hash, build)).toEqual(standard);
  });

  it('does not serve seeds that changed by a byte', () => {
    writeFileSync(join(build, '.build-stamp'), 'x');
    keepStandard(standard, build);
    expect(keptStandard(`${standard.hash.slice(1)}0`, build)).toBeNull();
  });

  it('is not kept by a build that is not finished', () => {
    keepStandard(standard, build);
    expect(keptStandard(standard.hash, build)).toBeNull();
  });

  it('is read anew when the file is damaged', () => {
    writeFileSync(join(build, 'standard.json'), '{"hash":');
    expect(keptStandard(standard.hash, build)).toBeNull();
  });
});
