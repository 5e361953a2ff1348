// Proves everything that is not a test. Runs each check to its end, also after one has failed, and closes with the
// counts: those of the checks, to which those of an `npm test` just before are added.
import { readFileSync, rmSync } from 'node:fs';
import { outcome, root } from './shell.mjs';

/** What all others look at. */
const FIRST = ['build'];

/**
 * What goes on side by side then, one check of each lane at a time: browsers wait a lot, compilers don't. What writes the
 * model of the API and what reads it are in one lane.
 */
const LANES = [
  ['api', 'api:coverage', 'docs:build', 'docs:test', 'test:browser'],
  ['format', 'lint', 'types', 'deps', 'knip', 'examples', 'dist', 'size'],
];

// The site is tried where it is hardest: below a path.
const env = { DOCS_BASE: '/below/a/path/', ...process.env };

const failed = [];
const rows = [];
await check(FIRST);
await Promise.all(LANES.map(check));

const tests = takeTestCounts();
console.log(`\n${rows.join('\n')}`);
if (tests !== null) console.log(`\nTests: ${tests.passed} passed, ${tests.failed} failed`);
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}. Each runs alone as well: npm run ${failed[0]}`);
const passed = rows.length - failed.length + (tests?.passed ?? 0);
console.log(`\n${passed} passed, ${failed.length + (tests?.failed ?? 0)} failed`);
process.exit(failed.length === 0 ? 0 : 1);

/** Runs checks one after the other. What each prints is shown in one piece, since others run meanwhile. */
async function check(names) {
  for (const name of names) {
    const begin = performance.now();
    const { succeeded, printed } = await outcome('npm', ['run', '--silent', name], { env });
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    if (!succeeded) failed.push(name);
    rows.push(`${succeeded ? '✓' : '✗'} ${name.padEnd(12)}${seconds.padStart(6)} s`);
    console.log(`\n── ${name} ${'─'.repeat(100 - name.length)}\n${printed}`);
  }
}

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
