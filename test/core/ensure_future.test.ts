/** `ensure_future`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay, virtualLoop } from '../support/styles';
import { failOnNoise, outcome, settled } from '../support/outcomes';
import { attempts, scripts } from '../support/scripts';

let loop: asyncio.BaseEventLoop;
beforeEach(() => {
  loop = virtualLoop();
});
afterEach(() => {
  loop.close();
});
failOnNoise();

const untyped = asyncio.ensure_future as unknown as (...args: unknown[]) => asyncio.Future;
const required = 'TypeError: An asyncio.Future, a coroutine or an awaitable is required';

test('a future is returned as it is', () => {
  const future = loop.create_future();
  expect(asyncio.ensure_future(future)).toBe(future);
  expect(asyncio.ensure_future(future, { loop })).toBe(future);
  expect(asyncio.ensure_future(future, { loop: null })).toBe(future);
});

test('a future of another loop than the one given is refused', () => {
  const other = virtualLoop();
  expect(outcome(() => asyncio.ensure_future(loop.create_future(), { loop: other }))).toBe(
    'ValueError: The future belongs to a different loop than the one specified as the loop argument',
  );
  other.close();
});

test('what cannot be awaited is refused, and so are other arguments', () => {
  const future = loop.create_future();
  expect([3, null, 'x', []].map((wrong) => outcome(() => untyped(wrong)))).toEqual(Array(4).fill(required));
  expect(outcome(() => untyped())).toBe(
    "TypeError: ensure_future() missing 1 required positional argument: 'coro_or_future'",
  );
  expect(outcome(() => untyped(future, { foo: 1 }))).toBe(
    "TypeError: ensure_future() got an unexpected keyword argument 'foo'",
  );
  expect(outcome(() => untyped(future, loop))).toBe(
    'TypeError: ensure_future() takes 1 positional argument but 2 were given',
  );
});

inEveryWay('ensure_future', (kit) => {
  const { steps } = scripts(kit, 'work');

  test('makes a task of a coroutine, on the running loop or the one given', async () => {
    const own = kit.loop();
    const given = asyncio.ensure_future(
      steps(() => 1),
      { loop: own },
    );
    expect(given).toBeInstanceOf(asyncio.Task);
    expect(await own.run_until_complete(given)).toBe(1);
    const texts = await own.run_until_complete(
      attempts(
        () => asyncio.ensure_future(steps(() => 2)).get_loop() === own,
        () => asyncio.ensure_future(steps(() => 3)).done(),
        () => asyncio.ensure_future(steps(() => 3)),
        () => asyncio.ensure_future(() => steps(() => 4)),
      ),
    );
    expect(texts).toEqual(['True', kit.eager ? 'True' : 'False', '3', '4']);
    own.close();
  });

  test('without a loop refuses a coroutine, and leaves it alone', async () => {
    const coroutine = steps(() => 1);
    expect(outcome(() => asyncio.ensure_future(coroutine))).toBe(
      "RuntimeError: There is no current event loop in thread 'MainThread'.",
    );
    expect(await kit.run(coroutine)).toBe(1);
  });

  test('closes a coroutine that a closed loop refuses', () => {
    const own = kit.loop();
    own.close();
    const coroutine = steps(() => 1);
    expect(outcome(() => asyncio.ensure_future(coroutine, { loop: own }))).toBe('RuntimeError: Event loop is closed');
    expect(asyncio.inspect.getcoroutinestate(coroutine)).toBe('CORO_CLOSED');
  });
});

test('an object with __await__ is awaited in a task', async () => {
  const own = {
    *__await__(): asyncio.Gen<string> {
      yield;
      return 'A';
    },
  };
  const task = asyncio.ensure_future(own, { loop });
  const coroutine = task instanceof asyncio.Task ? task.get_coro() : null;
  expect([coroutine?.__name__, coroutine?.__qualname__]).toEqual([
    '_wrap_awaitable',
    'ensure_future.<locals>._wrap_awaitable',
  ]);
  expect(await loop.run_until_complete(task)).toBe('A');
});

test('a promise is adopted', async () => {
  const good = asyncio.ensure_future(Promise.resolve(1), { loop });
  const bad = asyncio.ensure_future(Promise.reject(new asyncio.ValueError('no')), { loop });
  expect([asyncio.repr(good), good instanceof asyncio.Task]).toEqual(['<Future pending>', false]);
  expect(await loop.run_until_complete(good)).toBe(1);
  expect(await settled(loop.run_until_complete(bad))).toBe('ValueError: no');
});
