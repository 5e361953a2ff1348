// `"preset": "asyncio-ts"` for ts-jest. A project's own tsconfig.json counts if there is one; it extends ours.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const hasOwn = existsSync(join(process.cwd(), 'tsconfig.json'));
const options = hasOwn ? {} : { tsconfig: require.resolve('./tsconfig.jest.json') };

module.exports = {
  transform: { '^.+\\.[cm]?tsx?$': ['ts-jest', options] },
  resolver: require.resolve('./jest-resolver.cjs'),
  setupFilesAfterEnv: [require.resolve('./jest-setup.cjs')],
};
