/** `npm run mutation`: how many changed engines do the specs and the worked examples notice? */
export default {
  packageManager: 'npm',
  testRunner: 'in-process',
  plugins: ['./test/mutation/in-process-runner.mjs'],
  mutate: ['src/engine/**/*.ts', '!src/engine/**/*.spec.ts', '!src/engine/testing/**'],
  coverageAnalysis: 'perTest',
  inPlace: true,
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  tempDirName: 'coverage/stryker',
};
