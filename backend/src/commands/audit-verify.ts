import { StartupError } from '../platform/errors/index.js';
import { auditVerify } from './audit-verify/command.js';

try {
  process.exitCode = auditVerify(process.argv.slice(2), (line) => console.log(line));
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
