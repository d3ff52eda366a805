// `npm run build`: dependencies and both builds, without starting anything.
import { ensureReady } from './lib/ready.mjs';

ensureReady();
