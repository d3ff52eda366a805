export { Client, type Reply } from './client.js';
export { buildProgram, type Program, type Running } from './program.js';
export { documentedRoutes, filled, type Route } from './routes.js';
export { startTestApp, type TestApp, type TestAppOptions, testPassword } from './start-test-app.js';
export {
  docxBytes,
  exeBytes,
  heicBytes,
  jpegBytes,
  oleBytes,
  pdfBytes,
  pngBytes,
  xlsxBytes,
  zipBytes,
} from './sample-files.js';
export { storedIn } from './stored.js';
export {
  bureau,
  chinese,
  county,
  enterRecord,
  meeting,
  recordsPath,
  town,
  training,
  village,
} from './sample-records.js';
