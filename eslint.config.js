import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Files whose length is data, not logic. */
const DATA = ['ingest/classification/*-items.ts', 'ingest/classification/*-heads.ts', 'ingest/classification/*-data.ts']

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only server/config.ts reads the environment.',
}

export default defineConfig(
  { ignores: ['node_modules', 'data', 'coverage', 'eval/corpus', '**/*.cjs', '*.config.js'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // What JSON.parse gives, and any other any, is parsed by a schema before it is used.
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      // Our interfaces hold functions that may be passed on; classes are passed on whole.
      '@typescript-eslint/unbound-method': 'off',
      // A number in a sentence is no slip.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The caps that keep a file to one subject and a function to one thought.
      complexity: ['error', 15],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-depth': ['error', 3],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ENVIRONMENT],
    },
  },
  { files: ['server/config.ts', 'scripts/**'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // Below the commands nothing prints.
    files: ['ingest/**', 'prompts/**', 'server/**'],
    ignores: ['server/cli/**', 'server/main.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['**/*.test.ts', '**/*.contract.ts', '**/fake-*.ts', '**/sample-*.ts'],
    rules: {
      // The functions of tests are lists of cases.
      'max-lines-per-function': 'off',
      // expect.objectContaining and its like are of type any; what tests call must be typed all the same.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // A stand-in is async because what it stands for is.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: DATA, rules: { 'max-lines': 'off' } },
)
