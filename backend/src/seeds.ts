import type { HealthReport } from './platform/health/index.js';
import { StartupError } from './platform/errors/index.js';
import type { SettingsFrame } from './platform/settings/index.js';
import { keepStandard, keptStandard } from './kept-standard.js';
import { hashSeeds, loadStandard, type SeedProblem, type Standard } from './standard/index.js';
import { readUnits, UnitDirectory } from './units/index.js';

const SHOWN_PROBLEMS = 30;

/** What the seeds folder gives to the program. */
export interface Seeds {
  readonly standard: Standard;
  readonly units: UnitDirectory;
  readonly frame: SettingsFrame;
  /** For the health report. */
  readonly standardInfo: HealthReport['standard'];
}

/**
 * Reads and checks the seeds folder before anything else is touched.
 * @throws StartupError with file, line and what to write instead
 */
export function readSeeds(folder: string): Seeds {
  const { standard, units } = keptSeeds(folder) ?? freshSeeds(folder);
  const { id, version, hash, inForceFrom } = standard;
  const frame = { countyName: units.county?.name ?? '', earliestStart: inForceFrom };
  return { standard, units, frame, standardInfo: { id, version, hash } };
}

type Read = Pick<Seeds, 'standard' | 'units'>;

/** What an earlier start of this build has checked, if nothing in the folder has changed since. */
function keptSeeds(folder: string): Read | null {
  try {
    const standard = keptStandard(hashSeeds(folder));
    return standard === null ? null : { standard, units: new UnitDirectory(readUnits(folder).units) };
  } catch {
    // A file that cannot be read is named when the folder is read afresh.
    return null;
  }
}

function freshSeeds(folder: string): Read {
  const loaded = loadStandard(folder);
  if (!loaded.ok) throw brokenSeeds(folder, loaded.problems);
  keepStandard(loaded.standard);
  return loaded;
}

function brokenSeeds(folder: string, problems: readonly SeedProblem[]): StartupError {
  const lines = problems.slice(0, SHOWN_PROBLEMS).map(({ file, line, sentence }) => `  ${file}:${line}  ${sentence}`);
  const more = problems.length > SHOWN_PROBLEMS ? `\n  …… 共 ${problems.length} 处` : '';
  return new StartupError(
    `标准文件夹 ${folder} 里有内容不对，没有启动；请按下面的提示改正 (the seed files are broken):\n${lines.join('\n')}${more}`,
  );
}
