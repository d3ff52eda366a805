import type { HealthReport } from './platform/health/index.js';
import type { SettingsFrame } from './platform/settings/index.js';
import { readStandard, type Standard } from './standard/index.js';
import type { UnitDirectory } from './units/index.js';

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
  const { standard, units } = readStandard(folder);
  const { id, version, hash, inForceFrom } = standard;
  const frame = { countyName: units.county?.name ?? '', earliestStart: inForceFrom };
  return { standard, units, frame, standardInfo: { id, version, hash } };
}
