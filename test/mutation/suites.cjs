// Runs single tests with Jest's own parts, in the process as it is. Jest itself would load the library anew for each
// file of tests, which takes longer than the tests.
const { resolve } = require('node:path');
const { afterAll, afterEach, beforeEach, describe, getState, it, resetState, test } = require('jest-circus');
const { jestExpect } = require('@jest/expect');
const { ModuleMocker } = require('jest-mock');
require('./modules.cjs');

const mocker = new ModuleMocker(globalThis);
const jest = {
  fn: mocker.fn.bind(mocker),
  spyOn: mocker.spyOn.bind(mocker),
  replaceProperty: mocker.replaceProperty.bind(mocker),
  restoreAllMocks: mocker.restoreAllMocks.bind(mocker),
};
Object.assign(globalThis, { describe, it, test, beforeEach, afterEach, afterAll, expect: jestExpect, jest });

/** Milliseconds after which a test counts as hanging. */
const TIME_LIMIT = 4000;

class TimedOut extends Error {}

function* testsIn(block) {
  for (const child of block.children) {
    if (child.type === 'test') yield child;
    else yield* testsIn(child);
  }
}

function blocksAround(one) {
  return one.parent === undefined ? [] : [...blocksAround(one.parent), one.parent];
}

/** Its own steps, with those that are declared for the blocks around it; `afterAll` never comes, for a suite has no end. */
function stepsOf(one) {
  const blocks = blocksAround(one);
  const hooks = (all, type) => all.flatMap((block) => block.hooks.filter((hook) => hook.type === type));
  if (hooks(blocks, 'beforeAll').length > 0 || one.concurrent || one.failing) {
    throw new Error(`${one.name}: not supported here`);
  }
  return {
    before: [...hooks(blocks, 'beforeEach').map((hook) => hook.fn), one.fn],
    after: hooks(blocks.reverse(), 'afterEach').map((hook) => hook.fn),
  };
}

/** What nobody catches fails the test that runs. */
let failTest = null;
for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, (error) => failTest?.(error));

async function runSteps({ before, after }) {
  let failure = null;
  const attempt = async (step) => {
    try {
      await step();
    } catch (error) {
      failure ??= { error };
    }
  };
  for (const step of before) if (failure === null) await attempt(step);
  for (const step of after) await attempt(step);
  if (failure !== null) throw failure.error;
}

async function run(one) {
  jestExpect.setState({ assertionCalls: 0, expectedAssertionsNumber: null, isExpectingAssertions: false });
  let timer;
  const disturbed = new Promise((_resolve, reject) => {
    failTest = reject;
    timer = setTimeout(
      () => reject(new TimedOut(`not over after ${String(TIME_LIMIT)} ms`)),
      one.timeout ?? TIME_LIMIT,
    );
  });
  try {
    await Promise.race([runSteps(stepsOf(one)), disturbed]);
    const [missing] = jestExpect.extractExpectedAssertionsErrors();
    if (missing !== undefined) throw missing.error;
  } finally {
    failTest = null;
    clearTimeout(timer);
  }
}

const loaded = new Map();

/** The tests of a file; their numbers are their names here. */
function load(suite) {
  let tests = loaded.get(suite);
  if (tests === undefined) {
    resetState();
    require(resolve(__dirname, '../..', suite));
    tests = [...testsIn(getState().rootDescribeBlock)];
    loaded.set(suite, tests);
  }
  return tests;
}

/** Runs a test; returns null, or what it died of. */
async function failureOf(suite, number) {
  const one = load(suite)[number];
  try {
    await run(one);
    return null;
  } catch (error) {
    const names = [...blocksAround(one).slice(1), one].map((each) => each.name);
    return {
      test: `${suite}: ${names.join(' › ')}`,
      timedOut: error instanceof TimedOut,
      error: String(error?.stack ?? error),
    };
  }
}

module.exports = { load, failureOf };
