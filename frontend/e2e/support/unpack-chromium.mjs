// Unpacks the Chromium of the npm registry into the folder given as argument. A process of its own, because the package
// takes its target from TMPDIR and, told to bring its libraries too, changes the environment.
import { mkdirSync } from 'node:fs';

const folder = process.argv[2] ?? '';
mkdirSync(folder, { recursive: true });
process.env['TMPDIR'] = folder;
// The package adds libnss3 and its kind only where it believes to be on this machine.
process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();
