import eslint from '@eslint/js';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

const spec = ['**/*.spec.ts', 'backend/test/**', 'frontend/e2e/**'];
const generated = ['**/dist/**', '**/dist.*/**', '**/node_modules/**', '**/*.gen.ts', '**/types-auto/**', 'seeds/**'];

/** House rules: no escape from the types, small files, one way to export. */
const house = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  eqeqeq: 'error',
  // Text from people is searched for control characters.
  'no-control-regex': 'off',
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'no-console': 'error',
  'no-restricted-syntax': [
    'error',
    { selector: 'TSEnumDeclaration', message: 'A union of string literals instead of an enum.' },
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  ],
};

export default tseslint.config(
  { ignores: generated },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
  },
  {
    // Names are checked by the compilers; ESLint would not know the browser's and Node's.
    files: ['**/*.{ts,vue,mjs,cjs}'],
    rules: { 'no-undef': 'off' },
  },
  {
    // Line breaks and spaces belong to Prettier.
    files: ['**/*.vue'],
    rules: {
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/no-v-html': 'error',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  { files: ['backend/src/**/*.ts', 'frontend/src/**/*.{ts,vue}'], rules: house },
  { files: ['frontend/src/**/*.vue'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // A promise that nobody waits for loses its error; a union that grows must be seen by every switch.
    files: ['backend/src/**/*.ts'],
    languageOptions: { parserOptions: { project: './backend/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['backend/src/commands/**', 'backend/src/main.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/migrations/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  {
    files: spec,
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
