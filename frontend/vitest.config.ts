import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

// Unit tests of pure functions and, where needed, of single components; the browser tests live in e2e/.
export default defineConfig({
  plugins: [vue()],
  test: { include: ['src/**/*.spec.ts'], environment: 'node' },
});
