// `npm run contract`: writes backend/openapi.json and, from it, the frontend's types.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { currentDocument, currentTypes, documentFile, typesFile } from './lib/contract.mjs';
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs';
import { root } from './pnpm.mjs';

ensureInstalled();
ensureBuilt('backend');
writeFileSync(join(root, documentFile), currentDocument());
mkdirSync(dirname(join(root, typesFile)), { recursive: true });
writeFileSync(join(root, typesFile), currentTypes());
console.log(`Written: ${documentFile}, ${typesFile}`);
