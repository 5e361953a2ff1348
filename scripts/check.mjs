// Proves everything that is not a test. Runs each check to its end, also after one has failed, and closes with the
// counts: those of the checks, to which those of an `npm test` just before are added.
import { readFileSync, rmSync } from 'node:fs';
import { root, succeeds } from './shell.mjs';

const CHECKS = [
  'format',
  'lint',
  'build',
  'deps',
  'api',
  'api:coverage',
  'types',
  'examples',
  'dist',
  'size',
  'knip',
  'docs:build',
  'docs:test',
  'test:browser',
];

// The site is tried where it is hardest: below a path.
const env = { DOCS_BASE: '/below/a/path/', ...process.env };

const failed = [];
const rows = [];
for (const check of CHECKS) {
  console.log(`\n── ${check} ${'─'.repeat(100 - check.length)}`);
  const begin = performance.now();
  const passed = succeeds('npm', ['run', '--silent', check], { env });
  if (!passed) failed.push(check);
  rows.push(
    `${passed ? '✓' : '✗'} ${check.padEnd(12)}${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s`,
  );
}

const tests = takeTestCounts();
console.log(`\n${rows.join('\n')}`);
if (tests !== null) console.log(`\nTests: ${tests.passed} passed, ${tests.failed} failed`);
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}. Each runs alone as well: npm run ${failed[0]}`);
const passed = CHECKS.length - failed.length + (tests?.passed ?? 0);
console.log(`\n${passed} passed, ${failed.length + (tests?.failed ?? 0)} failed`);
process.exit(failed.length === 0 ? 0 : 1);

/** What the reporter of the last `npm test` left. It is taken away, so that it is never counted again. */
function takeTestCounts() {
  const file = `${root}/.cache/test-counts.json`;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  } finally {
    rmSync(file, { force: true });
  }
}
