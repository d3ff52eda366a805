// `npm start`: installs and builds what is missing, then serves the county's own data.
import { ensureReady } from './lib/ready.mjs';
import { serve, serverEnvironment } from './lib/serve.mjs';

ensureReady();
serve(serverEnvironment('.data'));
