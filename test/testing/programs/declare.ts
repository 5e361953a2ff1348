/** Tests for a real runner: some pass, the others fail, each for a reason of its own. */
import * as asyncio from 'asyncio-ts';
import { IsolatedAsyncioTestCase, VirtualTimeLoop, wrap_test, type TestRunner } from 'asyncio-ts/testing';

const fails = asyncio.coroutine(async function fails() {
  throw new asyncio.ValueError('lost');
});

const stubborn = asyncio.coroutine(function* (): asyncio.Gen<void> {
  for (;;) {
    try {
      yield* asyncio.get_running_loop().create_future<null>();
    } catch (error) {
      if (error instanceof asyncio.GeneratorExit) throw error;
    }
  }
});

class Case extends IsolatedAsyncioTestCase {
  override loop_factory = VirtualTimeLoop;

  async test_fails() {
    throw new asyncio.ValueError(`at ${asyncio.get_running_loop().time()}`);
  }

  async test_passes() {
    await asyncio.sleep(3600);
  }
}

/** Declares them with the `test` and `describe` of a runner. */
export function declare(runner: Required<TestRunner>): void {
  const test = wrap_test(runner.test);

  test('passes, a generator function', function* () {
    yield* asyncio.sleep(3600);
  });
  test('passes, an async function', async () => {
    await asyncio.sleep(3600);
  });
  test(
    'passes, a coroutine function',
    asyncio.coroutine(async () => void (await asyncio.sleep(3600))),
  );
  test('fails by itself', async () => {
    await asyncio.sleep(3600);
    throw new asyncio.ValueError(`at ${asyncio.get_running_loop().time()}`);
  });
  test('fails under a seed', () => void asyncio.create_task(asyncio.sleep(1)), { seeds: [3] });
  test('leaves a coroutine', () => void fails());
  test('leaves a task', async () => {
    asyncio.create_task(asyncio.sleep(10), { name: 'left' });
    await asyncio.sleep(1);
  });
  test('leaves an exception', async () => {
    asyncio.create_task(fails());
    await asyncio.sleep(1);
  });
  test('leaves an exception of a callback', async () => {
    asyncio.get_running_loop().call_soon(() => {
      throw new asyncio.ValueError('callback');
    });
    await asyncio.sleep(1);
  });
  test('leaves a task that is destroyed', async () => {
    asyncio.create_task(stubborn());
    await asyncio.sleep(1);
  });
  test.skip('is left out', () => {
    throw new Error('not left out');
  });
  test.todo('is still to be written');

  Case.register(runner);
}
