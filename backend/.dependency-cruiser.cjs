const ladder = require('./rooms.cjs');
/** Above all rooms: they put the rooms together, and no room may know them. */
const top = ['^src/commands/', '^src/[^/]+\\.ts$'];
/** What one room may touch of another. */
const doors = '/(index|[^/]+\\.(module|service|entity|types|errors|guard|decorator))\\.ts$';
const spec = '\\.spec\\.ts$';
/** Helpers of specs; only specs import them. */
const testing = '/testing/';
const room = (name) => `^src/${name}/`;

const climbing = ladder.slice(0, -1).map((name, i) => ({
  name: `${name}-imports-no-later-room`,
  comment: `Order of rooms: ${ladder.join(' < ')}`,
  severity: 'error',
  from: { path: room(name) },
  to: { path: ladder.slice(i + 1).map(room) },
}));

module.exports = {
  forbidden: [
    ...climbing,
    {
      name: 'every-folder-is-a-room',
      comment: 'A new folder gets its place in the ladder first.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: [...ladder.map(room), '^src/commands/'] },
    },
    {
      name: 'only-specs-import-testing',
      severity: 'error',
      from: { path: '^src/', pathNot: [spec, testing] },
      to: { path: `^src/.*${testing}` },
    },
    {
      name: 'rooms-know-no-top',
      severity: 'error',
      from: { path: ladder.map(room), pathNot: spec },
      to: { path: top },
    },
    {
      name: 'engine-is-pure',
      comment: 'No package and no Node module in the engine.',
      severity: 'error',
      from: { path: room('engine'), pathNot: [spec, testing] },
      to: {
        dependencyTypes: [
          'npm',
          'npm-dev',
          'npm-peer',
          'npm-optional',
          'npm-no-pkg',
          'core',
          'unknown',
          'undetermined',
        ],
      },
    },
    {
      name: 'engine-has-one-door',
      severity: 'error',
      from: { path: '^src/', pathNot: room('engine') },
      to: { path: room('engine'), pathNot: '^src/engine/index\\.ts$' },
    },
    {
      name: 'rooms-have-doors',
      comment: 'From outside: index, module, service, entity, types, errors, guard, decorator only.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/commands/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/platform/', doors] },
    },
    {
      name: 'typeorm-stays-in-store',
      comment: 'Only entities, repositories, modules, migrations and commands know TypeORM.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '\\.(entity|repository|module|spec)\\.ts$',
          '/migrations/',
          '^src/platform/database/',
          '^src/commands/',
        ],
      },
      to: { path: 'node_modules/(@nestjs/)?typeorm/' },
    },
    {
      name: 'services-know-no-http',
      severity: 'error',
      from: { path: '\\.(service|repository|policy)\\.ts$' },
      to: {
        path: [
          '\\.(controller|dto)\\.ts$',
          'node_modules/(fastify|@fastify/[^/]+|@nestjs/swagger|@nestjs/platform-fastify)/',
        ],
      },
    },
    {
      name: 'exceljs-only-in-workbook',
      severity: 'error',
      from: { path: '^src/', pathNot: room('workbook') },
      to: { path: 'node_modules/exceljs/' },
    },
    { name: 'imports-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: ['\\.d\\.ts$', 'main\\.ts$'] }, to: {} },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
