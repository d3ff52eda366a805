import { readSeeds } from '../seeds.js';
import { evaluateCommand, Refusal } from './evaluate/evaluate-command.js';
import { seedsFolder } from './seeds-folder.js';

try {
  console.log(JSON.stringify(evaluateCommand(process.argv.slice(2), readSeeds(seedsFolder())), null, 2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
