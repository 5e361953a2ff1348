// A process that tries mutants, one after the other. What a mutant breaks may stay broken, so a death counts only if the
// test that saw it passes without the mutant, there and then; else this process has seen its last mutant.

/** What the mutants in the sources look at. `load` names what happens while tests are declared, not while they run. */
const stryker = (globalThis.__stryker__ = { activeMutant: '', currentTestId: 'load' });
stryker.activeMutant = process.argv[2] ?? '';

const { load, failureOf } = require('./suites.cjs');

/** Runs a test under the name by which its coverage is kept. */
async function runTest(suite, number) {
  process.send('alive');
  load(suite);
  stryker.currentTestId = `${suite}#${String(number)}`;
  const failure = await failureOf(suite, number);
  stryker.currentTestId = 'load';
  return failure;
}

/** Runs everything, and says what each test covers and how long it takes, and which tests don't bear others beside them. */
async function survey(suites) {
  const durations = {};
  const unfit = [];
  for (const suite of suites) {
    for (let number = 0; number < load(suite).length; number += 1) {
      const begin = process.cpuUsage();
      const wall = performance.now();
      const failure = await runTest(suite, number);
      if (failure !== null) unfit.push(failure);
      else
        durations[`${suite}#${String(number)}`] = {
          wall: performance.now() - wall,
          cpu: process.cpuUsage(begin).user / 1000,
        };
    }
  }
  return { durations, unfit, coverage: stryker.mutantCoverage.perTest };
}

/** Runs tests until one fails because of the mutant. */
async function tryMutant({ mutant, tests, hitLimit }) {
  const withMutant = (suite, number) => {
    Object.assign(stryker, { activeMutant: mutant, hitCount: 0, hitLimit });
    return runTest(suite, number);
  };
  for (const [suite, number] of tests) {
    let failure = await withMutant(suite, number);
    // A busy machine can be late once.
    if (failure?.timedOut === true) failure = await withMutant(suite, number);
    if (failure === null) continue;
    stryker.activeMutant = '';
    return { failure, clean: (await runTest(suite, number)) === null };
  }
  stryker.activeMutant = '';
  return { failure: null, clean: true };
}

process.on('message', async (job) => {
  let answer;
  try {
    answer = await (job.survey === undefined ? tryMutant(job) : survey(job.survey));
  } catch (error) {
    answer = { failure: { test: 'outside of the tests', error: String(error?.stack ?? error) }, clean: false };
  }
  process.send(answer);
});
