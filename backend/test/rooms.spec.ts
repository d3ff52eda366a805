import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';

const backend = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const cruiser = join(backend, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
let folder = '';

/** Cruises a small program with the rules of the backend; returns the broken rules as the tool prints them. */
function brokenRules(files: Record<string, string>): string[] {
  folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  for (const [name, text] of Object.entries({ 'tsconfig.json': '{}', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const run = spawnSync(process.execPath, [cruiser, '--config', join(backend, '.dependency-cruiser.cjs'), 'src'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const rules = [...run.stdout.matchAll(/error ([a-z-]+):/g)].map((match) => match[1] ?? '');
  expect(run.status).toBe(rules.length);
  return rules.sort();
}

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the order of rooms', () => {
  it('lets a room use the door of an earlier one, and main and the commands use all', () => {
    const files = {
      'src/units/units.service.ts': 'export const units = 1;',
      'src/records/records.service.ts':
        "import { units } from '../units/units.service.js'; export const records = units;",
      'src/main.ts': "import { records } from './records/records.service.js'; console.log(records);",
      'src/commands/demo.ts': "import { records } from '../records/records.service.js'; console.log(records);",
    };
    expect(brokenRules(files)).toEqual([]);
  });

  it('refuses a later room, a closed door, a stranger in the engine and a room without a place', () => {
    const files = {
      'src/engine/index.ts': "import { readFileSync } from 'node:fs'; export const engine = readFileSync;",
      'src/units/units.service.ts':
        "import { records } from '../records/records.service.js'; import { x } from '../extra/extra.service.js'; export const units = [records, x];",
      'src/units/secret.ts': "import { units } from './units.service.js'; export const secret = units;",
      'src/extra/extra.service.ts': 'export const x = 1;',
      'src/records/records.service.ts': 'export const records = 1;',
      'src/review/review.service.ts': "import { secret } from '../units/secret.js'; export const review = secret;",
    };
    expect(brokenRules(files)).toEqual([
      'engine-is-pure',
      'every-folder-is-a-room',
      'rooms-have-doors',
      'units-imports-no-later-room',
    ]);
  });
});
