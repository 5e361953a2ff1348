/** Jest in a page or a worker: its globals, and how a file of tests is run. One realm is for one file. */
import { addEventHandler, afterAll, afterEach, beforeAll, beforeEach, describe, it, run, test } from 'jest-circus';
import { jestExpect } from '@jest/expect';
import { ModuleMocker } from 'jest-mock';

/** How a test has ended. */
export interface Result {
  readonly name: string;
  /** What went wrong; null if nothing did. */
  readonly problem: string | null;
  readonly skipped: boolean;
}

const mocker = new ModuleMocker(globalThis);
const jest = {
  fn: mocker.fn.bind(mocker),
  spyOn: mocker.spyOn.bind(mocker),
  replaceProperty: mocker.replaceProperty.bind(mocker),
  restoreAllMocks: mocker.restoreAllMocks.bind(mocker),
  setTimeout(milliseconds: number) {
    Object.assign(globalThis, { [Symbol.for('TEST_TIMEOUT_SYMBOL')]: milliseconds });
  },
};
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, it, test, jest, expect: jestExpect });
jest.setTimeout(30_000);

interface Block {
  readonly name: string | { readonly name: unknown };
  readonly parent?: Block;
}

/** Jest takes a function for its name. */
function fullName({ name: named, parent }: Block): string {
  const name = typeof named === 'string' ? named : String(named.name);
  return parent === undefined || parent.name === 'ROOT_DESCRIBE_BLOCK' ? name : `${fullName(parent)} › ${name}`;
}

function told(error: unknown): string {
  const thrown = Array.isArray(error) ? ((error[0] ?? error[1]) as unknown) : error;
  const { stack = '', message = '' } = thrown as { readonly stack?: string; readonly message?: string };
  // A stack has the message of the time at which it was written.
  const text = stack.includes(message) ? stack : `${message}\n${stack}`;
  return text === '' ? String(thrown) : text;
}

/** Runs the tests of a file, those excepted whose names contain one of the texts. */
export async function runFile(address: string, excluded: readonly string[], style: string): Promise<Result[]> {
  process.env.ASYNCIO_TEST_STYLE = style;
  const results: Result[] = [];
  addEventHandler((event) => {
    if (event.name === 'run_start') return;
    if (event.name === 'test_start' && excluded.some((text) => fullName(event.test).includes(text))) {
      event.test.mode = 'skip';
    }
    if (event.name === 'test_done' || event.name === 'test_skip' || event.name === 'test_todo') {
      // What `expect.assertions` and `expect.hasAssertions` have to say.
      const missing = jestExpect.extractExpectedAssertionsErrors().map(({ error }) => error as unknown);
      const errors = [...event.test.errors, ...missing];
      results.push({
        name: fullName(event.test),
        problem: errors.length === 0 ? null : errors.map(told).join('\n'),
        skipped: event.name !== 'test_done',
      });
    }
  });
  await import(address);
  await run();
  return results;
}
