export { readTextFile } from './read-text-file.js';
