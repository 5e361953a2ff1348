// Do the tests notice when the code is wrong? Puts each mutant that Stryker knows into the code and looks whether a test
// fails. Exits with 1 if a mutant survives that `docs/contributing/mutation.md` doesn't know.
//
//     npm run mutation                          all files; about an hour on two cores
//     npm run mutation -- --files event,lock    these files
//     npm run mutation -- --record              writes the page's table from the last results of all files
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/shell.mjs';
import { FILES, instrument } from './instrument.mjs';
import { accepted, record, summary } from './page.mjs';
import { survey, tryAll } from './pool.mjs';

/** Milliseconds; what takes longer runs child processes or waits for the clock. */
const SLOW = 1500;

/** Milliseconds of tests for one mutant. What survives so much counts as survivor, though another test may notice it. */
const BUDGET = 2500;

const { values } = parseArgs({
  options: {
    files: { type: 'string' },
    processes: { type: 'string', default: '2' },
    record: { type: 'boolean', default: false },
  },
});
const cache = `${root}/.cache/mutation`;
const began = performance.now();
const say = (text) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}`);

if (values.record) recordResults();
else await measure(values.files?.split(',') ?? FILES);

function recordResults() {
  const missing = FILES.filter((file) => !existsSync(`${cache}/results/${file}.json`));
  if (missing.length > 0) throw new Error(`no results yet of ${missing.join(', ')}`);
  const results = FILES.map((file) => JSON.parse(readFileSync(`${cache}/results/${file}.json`, 'utf8')));
  record([...results.map((mutants, i) => summary(FILES[i], mutants)), summary('all', results.flat())]);
}

async function measure(files) {
  const { mutants, texts } = await instrument(files);
  writeMutants(texts);
  say(`${String(mutants.length)} mutants; first all tests without any`);
  const found = await survey(suites());
  for (const { test, error } of found.unfit) say(`left out, for it fails beside the others: ${test}\n${error}`);
  say(`${String(Object.keys(found.durations).length)} tests`);
  for (const file of files) {
    const own = mutants.filter((mutant) => mutant.file === file);
    await tryMutants(own, found);
    report(file, own);
  }
  rmSync(`${cache}/mutants`, { recursive: true, force: true });
}

function writeMutants(texts) {
  rmSync(`${cache}/mutants`, { recursive: true, force: true });
  for (const [path, text] of texts) {
    const copy = `${cache}/mutants/${relative(root, path)}`;
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, text);
  }
}

function suites() {
  const units = ['core', 'laws'].flatMap((folder) =>
    readdirSync(`${root}/test/${folder}`)
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `test/${folder}/${name}`),
  );
  return [...units, 'test/conformance/scenarios.test.ts'];
}

/** The tests that reach a mutant: those of its own file first, then the quick ones, as many as the budget allows. */
function jobFor(mutant, { durations, coverage }) {
  const fromTheStart = coverage.load?.[mutant.id] !== undefined;
  let hits = 0;
  const reaching = [];
  for (const [test, { wall, cpu }] of Object.entries(durations)) {
    const count = coverage[test]?.[mutant.id] ?? 0;
    if (wall > SLOW || (count === 0 && !fromTheStart)) continue;
    hits += count;
    reaching.push({ test, cpu, own: test.startsWith(`test/core/${mutant.file}.test.ts#`) });
  }
  reaching.sort((a, b) => b.own - a.own || a.cpu - b.cpu);
  let left = BUDGET;
  const tests = [];
  for (const { test, cpu } of reaching) {
    left -= cpu;
    if (left < 0) break;
    const [suite, number] = test.split('#');
    tests.push([suite, Number(number)]);
  }
  return { mutant, tests, fromTheStart, hitLimit: hits * 100 + 10_000 };
}

async function tryMutants(mutants, found) {
  const jobs = mutants.map((mutant) => jobFor(mutant, found));
  let count = 0;
  await tryAll(jobs, Number(values.processes), ({ mutant, tests }, failure) => {
    if (failure === null) mutant.status = tests.length === 0 ? 'uncovered' : 'survived';
    else mutant.status = failure.timedOut ? 'timeout' : 'killed';
    mutant.tests = tests.length;
    mutant.killer = failure?.test;
    count += 1;
    if (count % 50 === 0) say(`${String(count)} of ${String(jobs.length)}`);
  });
}

function report(file, own) {
  mkdirSync(`${cache}/results`, { recursive: true });
  writeFileSync(`${cache}/results/${file}.json`, JSON.stringify(own, null, 1));
  const known = accepted();
  const alive = own.filter(({ status }) => status === 'survived' || status === 'uncovered');
  for (const each of alive.filter(({ change }) => !known.has(change))) {
    process.exitCode = 1;
    console.log(`\n${file}.ts:${String(each.line)} ${each.status} ${String(each.tests)} tests\n${each.change}`);
  }
  const changes = new Set(alive.map(({ change }) => change));
  const stale = [...known].filter((change) => change.startsWith(`${file}: `) && !changes.has(change));
  for (const change of stale) console.log(`\nlisted in the page, but it doesn't survive:\n${change}`);
  const [, all, killed, timedOut, living, share] = summary(file, own);
  say(`${file}: ${all} mutants, ${killed} killed, ${timedOut} timed out, ${living} survive, ${share}`);
}
