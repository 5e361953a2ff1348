/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // What needs the built site and a browser: `npm run docs:test`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/site/'],
  // Jest leaves one processor free, which on two is half of them.
  maxWorkers: '100%',
  // For a busy machine: nothing is asserted about times.
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/scripts/closing-line.cjs'],
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        // Types are checked by `tsc` over the same files (`npm run types`); here each file is only translated.
        tsconfig: {
          target: 'ES2022',
          module: 'CommonJS',
          moduleResolution: 'node10',
          ignoreDeprecations: '6.0',
          isolatedModules: true,
          verbatimModuleSyntax: false,
          esModuleInterop: true,
          sourceMap: true,
        },
      },
    ],
  },
  moduleNameMapper: {
    '^asyncio-ts$': '<rootDir>/packages/asyncio/src/index.node.ts',
    '^asyncio-ts/(inspect|contextvars|concurrent|testing|compiled)$': '<rootDir>/packages/asyncio/src/index.$1.ts',
    '^@asyncio-ts/compiler$': '<rootDir>/packages/compiler/src/index.ts',
    '^#asyncio/(.*)$': '<rootDir>/packages/asyncio/src/$1',
    '^#compiler/(.*)$': '<rootDir>/packages/compiler/src/$1',
    '^#eslint-plugin/(.*)$': '<rootDir>/packages/eslint-plugin/src/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
