// `npm run picture [-- --check]`: draws docs/architecture.svg from the imports between the rooms, or tells that it is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './pnpm.mjs';

const require = createRequire(import.meta.url);
const target = join(root, 'docs', 'architecture.svg');
const source = join(root, 'backend', 'src');
const ladder = require('../backend/rooms.cjs');
const WIDTH = 920;
const ROW = 44;

/** Which room imports which, read from the sources themselves. */
function importsBetweenRooms(rooms) {
  const edges = new Set();
  for (const room of rooms) {
    for (const file of filesOf(join(source, room))) {
      for (const [, other] of readFileSync(file, 'utf8').matchAll(/from '(?:\.\.\/)+([a-z]+)\//g)) {
        if (other !== room && rooms.includes(other)) edges.add(`${room}>${other}`);
      }
    }
  }
  return [...edges].sort().map((edge) => edge.split('>'));
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .sort();
}

function draw(rooms, edges) {
  const y = (room) => 40 + (rooms.length - 1 - rooms.indexOf(room)) * ROW;
  const boxes = rooms.map(
    (room) =>
      `<rect x="30" y="${y(room) - 15}" width="180" height="30" rx="4" fill="#eef4fb" stroke="#1f5fa8"/><text x="42" y="${y(room) + 5}">${room}</text>`,
  );
  const arcs = edges.map(([from, to]) => {
    const bend = 210 + 46 * (rooms.indexOf(from) - rooms.indexOf(to));
    return `<path d="M210 ${y(from)} C ${bend} ${y(from)} ${bend} ${y(to)} 214 ${y(to)}" fill="none" stroke="#1f5fa8" stroke-opacity="0.5" marker-end="url(#head)"/>`;
  });
  const height = 40 + rooms.length * ROW;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="14">`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="#1f5fa8"/></marker></defs>',
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    ...boxes,
    ...arcs,
    `<text x="30" y="${height - 8}" fill="#4b5563" font-size="11">An arrow: imports from. A room imports only rooms below it.</text>`,
    '</svg>',
    '',
  ].join('\n');
}

const present = ladder.filter((room) => readdirSync(source).includes(room) && filesOf(join(source, room)).length > 0);
const picture = draw(present, importsBetweenRooms(present));
if (process.argv.includes('--check')) {
  const fresh = readFileSync(target, 'utf8') === picture;
  if (!fresh) console.error('docs/architecture.svg is stale: run npm run picture');
  process.exit(fresh ? 0 : 1);
}
writeFileSync(target, picture);
console.log(`Drew ${present.length} rooms into docs/architecture.svg`);
