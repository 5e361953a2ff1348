// Runs the tests on each version of Node that is supported. npm's package `node` brings those that aren't installed.
import { root, succeeds } from './shell.mjs';

const VERSIONS = ['20', '22', '24'];

const failed = VERSIONS.filter((version) => {
  console.log(`\n── Node ${version} ──`);
  const jest = [`${root}/node_modules/jest/bin/jest.js`, ...process.argv.slice(2)];
  return !succeeds('npx', ['--yes', '--package', `node@${version}`, '--', 'node', ...jest]);
});
if (failed.length > 0) console.error(`\nfailed on Node ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
