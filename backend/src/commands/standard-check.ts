import 'reflect-metadata';
import { StartupError } from '../platform/errors/index.js';
import { standardCheck } from './standard-check/command.js';

try {
  process.exitCode = await standardCheck(process.argv.slice(2), (line) => console.log(line));
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
