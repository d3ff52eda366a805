export { Client, type Reply } from './client.js';
export { startTestApp, type TestApp, type TestAppOptions, testPassword } from './start-test-app.js';
