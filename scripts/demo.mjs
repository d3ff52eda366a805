// `npm run demo`: the same program on a data folder of its own, filled with an invented county.
import { ensureReady } from './lib/ready.mjs';
import { runCommand, serve, serverEnvironment } from './lib/serve.mjs';

ensureReady();
const env = serverEnvironment('.data-demo', { DEMO: '1' });
runCommand('demo', env);
serve(env);
