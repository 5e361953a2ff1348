/** `sleep`; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay, virtualLoop } from '../support/styles';
import { failOnNoise, outcome } from '../support/outcomes';
import { scripts, steps } from '../support/scripts';

failOnNoise();

const untyped = asyncio.sleep as unknown as (...args: unknown[]) => asyncio.Coroutine;

inEveryWay('sleep', (kit) => {
  const { attempts, steps: run } = scripts(kit);

  test('waits as long as it is told, and gives its result', async () => {
    const loop = kit.loop();
    const texts = await loop.run_until_complete(
      attempts(
        () => asyncio.sleep(5),
        () => loop.time(),
        () => asyncio.sleep(0.5, 'r'),
        () => asyncio.sleep({ delay: 1, result: 'k' }),
        () => asyncio.sleep({ delay: 1 }),
        () => asyncio.sleep(1, { result: 'a plain object is the result' }),
        () => loop.time(),
      ),
    );
    expect(texts).toEqual(['None', '5', "'r'", "'k'", 'None', "{'result': 'a plain object is the result'}", '8.5']);
    loop.close();
  });

  test('of nothing or less gives up one turn and no time', async () => {
    const loop = kit.loop();
    const seen: unknown[] = [];
    const texts = await loop.run_until_complete(
      attempts(
        () => void loop.call_soon(() => seen.push('a')),
        () => asyncio.sleep(0, 'zero'),
        () => seen.push('main'),
        () => asyncio.sleep(-1, 'negative'),
        () => asyncio.sleep(-Infinity, 'infinitely negative'),
        () => loop.time(),
      ),
    );
    expect(texts.slice(1)).toEqual(["'zero'", '2', "'negative'", "'infinitely negative'", '0']);
    expect(seen).toEqual(['a', 'main']);
    loop.close();
  });

  test('refuses what is no time, when it is awaited', async () => {
    const texts = await kit.run(
      attempts(
        () => asyncio.sleep(NaN),
        () => untyped('1'),
        () => untyped(null),
        () => untyped(undefined),
      ),
    );
    expect(texts).toEqual([
      'ValueError: Invalid delay: NaN (not a number)',
      "TypeError: '<=' not supported between instances of 'str' and 'int'",
      "TypeError: '<=' not supported between instances of 'NoneType' and 'int'",
      "TypeError: '<=' not supported between instances of 'NoneType' and 'int'",
    ]);
  });

  test('cancelled, ends at once and takes its timer off the loop', async () => {
    const loop = kit.loop();
    let task: asyncio.Task | null = null;
    const cancelledAfter = (seconds: number): Promise<string[]> =>
      loop.run_until_complete(
        attempts(
          () => void (task = asyncio.create_task(run(() => asyncio.sleep(1000)))),
          ...(seconds > 0 ? [() => asyncio.sleep(seconds)] : []),
          () => task?.cancel('c'),
          () => task,
          () => task?.cancelled(),
          () => loop.time(),
        ),
      );
    expect((await cancelledAfter(1)).slice(-4)).toEqual(['True', 'CancelledError: c', 'True', '1']);
    expect((await cancelledAfter(0)).slice(-4)).toEqual(['True', 'CancelledError: c', 'True', '1']);
    loop.close();
  });

  test('may be a task itself, which a wrong time ends', async () => {
    let task: asyncio.Task | null = null;
    const make = (delay: unknown) => (): string => {
      task = asyncio.create_task(untyped(delay, 'r'), { name: 'S' });
      return asyncio.repr(task).replace(/ created at [^>]*/g, '');
    };
    const texts = await kit.run(
      attempts(
        make(0),
        () => task,
        make('1'),
        () => task?.done(),
        () => task,
      ),
    );
    const pending = `"<Task pending name='S' coro=<sleep() running>>"`;
    const error = "TypeError: '<=' not supported between instances of 'str' and 'int'";
    expect([texts[0], texts[1], texts[3], texts[4]]).toEqual([pending, "'r'", kit.eager ? 'True' : 'False', error]);
  });
});

test('refuses wrong arguments at the call', () => {
  expect([() => untyped(), () => untyped(1, 2, 3), () => untyped(1, 2, { foo: 2 })].map(outcome)).toEqual([
    "TypeError: sleep() missing 1 required positional argument: 'delay'",
    'TypeError: sleep() takes from 1 to 2 positional arguments but 3 were given',
    "TypeError: sleep() got an unexpected keyword argument 'foo'",
  ]);
  expect([() => untyped({ result: 2 }), () => untyped({ delay: 1, foo: 2 })].map(outcome)).toEqual([
    "TypeError: sleep() missing 1 required positional argument: 'delay'",
    "TypeError: sleep() got an unexpected keyword argument 'foo'",
  ]);
});

test('is a coroutine of its name', () => {
  const coroutine = asyncio.sleep(1);
  expect(asyncio.repr(coroutine)).toMatch(/^<coroutine object sleep at 0x/);
  expect([asyncio.iscoroutine(coroutine), asyncio.inspect.iscoroutinefunction(asyncio.sleep)]).toEqual([true, true]);
  coroutine.close();
});

test('the end of two sleeps of the same length comes in their order', async () => {
  const loop = virtualLoop();
  const seen: string[] = [];
  const note = asyncio.coroutine(function* (name: string) {
    yield* asyncio.sleep(1);
    seen.push(name);
  });
  await loop.run_until_complete(steps(() => asyncio.gather(note('a'), note('b'), note('c'))));
  expect(seen).toEqual(['a', 'b', 'c']);
  loop.close();
});
