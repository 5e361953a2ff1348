import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import jsdoc from 'eslint-plugin-jsdoc';
import tsdoc from 'eslint-plugin-tsdoc';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import globals from 'globals';
import ts from 'typescript-eslint';

/** The parts of the library that know no platform. */
const CORE = ['builtins', 'contextvars', 'core', 'compiled', 'inspect'].map(
  (layer) => `packages/asyncio/src/${layer}/**/*.ts`,
);

/** The files of these that may wait for promises, since joining the two worlds is their subject. */
const BRIDGES = [
  'core/common/continuation',
  'core/coroutines/native',
  'core/tasks/promises',
  'core/runners/{bridge,leftover_tasks,run,runners}',
  // What any `async` function is recognised by.
  'compiled/marks',
];

/** What a host adds to the language. Their types aren't in sight of the core either; this gives the better message. */
const PLATFORM_GLOBALS = [
  ...['process', 'Buffer', 'global', 'require', 'module', '__dirname', '__filename', 'setImmediate', 'clearImmediate'],
  ...['window', 'self', 'document', 'navigator', 'location', 'performance', 'console', 'fetch', 'crypto', 'WebSocket'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask', 'structuredClone'],
  ...['requestAnimationFrame', 'requestIdleCallback', 'scheduler', 'MessageChannel', 'Worker', 'BroadcastChannel'],
  ...['AbortController', 'AbortSignal', 'Event', 'EventTarget', 'URL', 'TextEncoder', 'TextDecoder'],
];

const HOST_ONLY = 'The core knows no platform: ask the host interface for it.';
const NO_MICROTASKS = 'A microtask would run between two handles of the ready queue; only the bridges may do this.';

const microtasks = [
  'AwaitExpression',
  ':function[async=true]',
  'ForOfStatement[await=true]',
  // A promise's methods, save where one of our own classes has these methods and writes one with the other.
  'CallExpression[callee.property.name=/^(then|catch|finally)$/]:not(MethodDefinition[key.name=/^(then|catch|finally)$/] *)',
].map((selector) => ({ selector, message: NO_MICROTASKS }));

const platformGlobals = PLATFORM_GLOBALS.map((name) => ({ name, message: HOST_ONLY }));

export default ts.config(
  // The project of the adapters' tests has settings of its own.
  {
    ignores: [
      '.cache/',
      'coverage/',
      'packages/*/{dist,lib,temp}/',
      'test/compiler/adapters/project/**/*.{ts,tsx}',
      'docs/.vitepress/{cache,dist,.temp}/',
      'docs/public/',
      'docs/examples/{constructs,lint,reference}/', // for the rules of the plugin, and what the scripts write
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,

  {
    name: 'types',
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Python's names are public: `create_task` is no mistake. What only we see is written as TypeScript is.
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: ['class', 'interface', 'typeAlias', 'typeParameter'], format: ['PascalCase'] },
        { selector: ['property', 'method', 'accessor'], modifiers: ['#private'], format: ['camelCase'] },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Exported things have explicit types (isolatedDeclarations), so others may as well.
      '@typescript-eslint/no-inferrable-types': 'off',
      '@typescript-eslint/consistent-generic-constructors': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // The parameters of a method that subclasses override are part of its contract: `void timeout` names one unused.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Callers in JavaScript pass what the types forbid, and get Python's error for it.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // `as T` instead of `!`, which no-non-null-assertion forbids.
      // Overloads whose parameters have different names are documented one by one: by position, and by keyword.
      '@typescript-eslint/unified-signatures': ['error', { ignoreDifferentlyNamedParameters: true }],
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `str` and `String` are for everything, as Python's `str` is.
      '@typescript-eslint/no-base-to-string': 'off',
      // Python's deprecations are ours to carry.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },

  {
    name: 'the size of files, and of comments, which Prettier leaves alone',
    files: ['packages/*/src/**/*.ts'],
    plugins: {
      asyncio: { rules: { 'long-file': builtinRules.get('max-lines'), 'wide-comment': builtinRules.get('max-len') } },
    },
    rules: {
      'asyncio/wide-comment': ['error', { code: 1000, comments: 120, ignorePattern: 'eslint-|// =>' }],
      'asyncio/long-file': ['warn', { max: 500, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 700, skipBlankLines: true, skipComments: true }],
    },
  },

  {
    name: 'documentation',
    files: ['packages/*/src/**/*.ts'],
    plugins: { tsdoc, jsdoc },
    settings: { jsdoc: { mode: 'typescript' } },
    rules: {
      'tsdoc/syntax': 'error',
      'jsdoc/check-alignment': 'error',
      'jsdoc/sort-tags': [
        'error',
        {
          tagSequence: [
            { tags: ['deprecated', 'remarks', 'example', 'typeParam', 'param', 'returns', 'throws', 'see'] },
            { tags: ['public', 'beta', 'internal'] },
          ],
          reportTagGroupSpacing: false,
          reportIntraTagGroupSpacing: false,
        },
      ],
    },
  },

  {
    name: 'questions about functions',
    files: ['packages/asyncio/src/inspect/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },

  {
    name: 'the core knows no platform',
    files: CORE,
    rules: { 'no-restricted-globals': ['error', ...platformGlobals] },
  },
  {
    name: 'the core makes no microtasks',
    files: CORE,
    ignores: BRIDGES.map((name) => `packages/asyncio/src/${name}.ts`),
    rules: { 'no-restricted-syntax': ['error', ...microtasks] },
  },

  {
    name: 'programs that say with few words what asyncio does',
    files: ['test/**/*.ts', 'docs/**/*.ts', 'packages/benchmarks/{programs,scale,support}/*.ts'],
    rules: {
      '@typescript-eslint/await-thenable': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // exceptions are made through `instanceof`'s own rules
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }], // `using _ = …`
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      'no-unsafe-finally': 'off',
      'require-yield': 'off',
    },
  },
  {
    name: 'examples, which tell values by lines "expr; // => value" and may define what others call',
    files: ['docs/examples/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off', // all begin with the same line
      '@typescript-eslint/no-unnecessary-type-assertion': 'off', // it takes a default for the only value
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    name: 'tests',
    files: ['test/**/*.test.ts'],
    extends: [jest.configs['flat/recommended'], jest.configs['flat/style']],
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
      'jest/no-conditional-expect': 'off', // property tests compare with a model, step by step
      'jest/no-disabled-tests': 'error',
      'jest/no-commented-out-tests': 'error',
      'jest/consistent-test-it': ['error', { fn: 'test', withinDescribe: 'test' }],
      'jest/valid-title': [
        'error',
        { mustNotMatch: { test: ['\\bshould\\b', 'A test name is a sentence about behaviour.'] } },
      ],
    },
  },

  {
    name: 'tests that are written as compiled code is, which has no types',
    files: ['test/compiled/**/*.ts'],
    rules: Object.fromEntries([
      ...['argument', 'call', 'function-type', 'member-access'].map((what) => [
        `@typescript-eslint/no-unsafe-${what}`,
        'off',
      ]),
      ['@typescript-eslint/no-explicit-any', 'off'],
      ['@typescript-eslint/no-unused-vars', ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]],
      ['prefer-rest-params', 'off'],
    ]),
  },

  {
    name: 'scripts and configurations',
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: { ...globals.node } },
  },
);
