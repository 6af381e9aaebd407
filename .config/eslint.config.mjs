/** Lint rules. Run from the checkout: `npm run lint`. */
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import path from 'node:path';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '..');
const typescript = [
  '{apps,libs,prisma,test}/**/*.{ts,tsx}',
  'infra/{compose,images,kubernetes,local}/**/*.ts',
  'graders/**/*.ts',
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/.next/',
      '**/generated/',
      '**/next-env.d.ts',
      '.holdout/',
      '.nx/',
      'test/.artifacts/',
      'graders/**',
    ],
  },
  js.configs.recommended,
  { files: typescript, extends: [tseslint.configs.recommended] },
  {
    // Set-up and configuration are checked JavaScript; tsc knows their globals better than a list here would.
    files: ['**/*.{mjs,js}'],
    rules: { 'no-undef': 'off' },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'off',
      'no-unused-vars': 'off',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration[source.value=/^\\.\\.?\\/?(index(\\.js)?)?$/]',
          message: 'Import from the file itself.',
        },
        {
          selector:
            ':matches(SpreadElement, SpreadElement > TSAsExpression, JSXSpreadAttribute) > :matches(ObjectExpression, ArrayExpression)',
          message:
            'Write properties, elements and attributes as such: a literal that is only spread packs them on fewer lines and hides what is what.',
        },
      ],
    },
  },
  {
    files: typescript,
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: typescript,
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          banTransitiveDependencies: false,
          allow: [],
          depConstraints: [
            {
              sourceTag: 'type:core',
              onlyDependOnLibsWithTags: ['type:core'],
              bannedExternalImports: ['@nestjs/*', 'next', 'react', 'pg', '@prisma/*'],
            },
            { sourceTag: 'type:adapter', onlyDependOnLibsWithTags: ['type:core', 'type:adapter'] },
            { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:core', 'type:adapter'] },
            { sourceTag: 'type:test', onlyDependOnLibsWithTags: ['*'] },
            { sourceTag: 'type:infra', onlyDependOnLibsWithTags: ['type:core', 'type:adapter'] },
            { sourceTag: 'scope:browser', onlyDependOnLibsWithTags: ['type:core'] },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  { languageOptions: { parserOptions: { tsconfigRootDir: root } } },
);
