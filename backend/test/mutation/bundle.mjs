// Bundles TypeScript as it stands on the disk (and as StrykerJS has instrumented it) into one script.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const backend = fileURLToPath(new URL('../../', import.meta.url));
const ENTRY = '\0specs';

/** Everything that tests the engine: its specs, and the worked examples of the standard. */
export function engineSpecs() {
  const specs = readdirSync(join(backend, 'src/engine'), { recursive: true })
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => join(backend, 'src/engine', file))
    .sort();
  return [join(backend, 'test/mutation/worked-examples.ts'), ...specs];
}

/** One CommonJS script that evaluates the files one after the other and exports what the last of them exports. */
export async function bundle(files) {
  const built = await rolldown({
    input: ENTRY,
    cwd: backend,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0'),
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? ENTRY : null),
        load: (id) => (id === ENTRY ? files.map((file) => `export * from ${JSON.stringify(file)};`).join('\n') : null),
      },
    ],
    treeshake: false,
    logLevel: 'silent',
  });
  const { output } = await built.generate({ format: 'cjs' });
  return output[0].code;
}
