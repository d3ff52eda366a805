export { Client, type Reply } from './client.js';
export { buildProgram, type Program, type Running } from './program.js';
export { startTestApp, type TestApp, type TestAppOptions, testPassword } from './start-test-app.js';
