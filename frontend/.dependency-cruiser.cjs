/** Screens, lowest first: shared < api < stores < features < app; a feature is a stranger to every other feature. */
module.exports = {
  forbidden: [
    {
      name: 'features-are-strangers',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'shared-knows-nobody',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^src/(app|api|stores|features)/' },
    },
    {
      name: 'api-knows-no-screen',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/(app|stores|features)/' },
    },
    {
      name: 'stores-know-no-screen',
      severity: 'error',
      from: { path: '^src/stores/' },
      to: { path: '^src/(app|features)/' },
    },
    {
      name: 'wire-types-stay-in-api',
      severity: 'error',
      from: { pathNot: '^src/api/' },
      to: { path: '^src/api/(schema\\.gen|client)\\.ts$' },
    },
    {
      name: 'echarts-only-in-charts',
      severity: 'error',
      from: { pathNot: '^src/shared/charts/' },
      to: { path: 'node_modules/echarts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-backend-code',
      severity: 'error',
      from: {},
      to: { path: '(^|/)backend/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
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
