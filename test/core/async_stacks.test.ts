/** The stacks of errors: who awaited stands below the frames of JavaScript, as a traceback of Python's has it. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay, virtualLoop } from '../support/styles';

/** The names of functions in a stack, innermost first. */
const namesIn = (error: unknown): string[] =>
  Array.from((error as Error).stack!.matchAll(/^ +at (?:async )?(?:\w+\.)?(\w+)/gm), ([, name]) => name!);

/** The lines below the frames of JavaScript. */
const awaitersIn = (error: unknown): string[] =>
  Array.from((error as Error).stack!.matchAll(/^ +at async (\w+)$/gm), ([, name]) => name!);

const raised = async (running: Promise<unknown>): Promise<Error> => {
  try {
    await running;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was raised');
};

inEveryWay('the stack of an error', (kit) => {
  const fails = kit.coroutine(
    async () => {
      await asyncio.sleep(1);
      throw new asyncio.ValueError('it fails');
    },
    function* () {
      yield* asyncio.sleep(1);
      throw new asyncio.ValueError('it fails');
    },
    'fails',
  );
  /** Awaits what a function makes. */
  const awaiting = (name: string, make: () => asyncio.Awaitable<unknown>) =>
    kit.coroutine(
      async () => {
        await make();
      },
      function* () {
        yield* asyncio.await_(make());
      },
      name,
    );
  const first = awaiting('first', fails);
  const second = awaiting('second', first);
  const third = awaiting('third', second);
  /** In debug mode an error passes the bodies in generator style one by one: they stand among JavaScript's frames. */
  const areFrames = kit.debug && kit.style === 'generator';

  test('has the coroutines that awaited the one that raised it', async () => {
    const error = await raised(kit.run(third()));
    if (areFrames) expect(namesIn(error)).toEqual(expect.arrayContaining(['fails', 'first']));
    else expect(namesIn(error)).toEqual(['fails', 'first', 'second', 'third']);
    expect(error.stack).toMatch(/^ValueError: it fails\n/);
  });

  test('goes on through tasks, and what the library awaits them with', async () => {
    const worker = awaiting('worker', () => asyncio.wait_for(first(), 60));
    const main = awaiting('main', () => asyncio.gather(worker(), asyncio.sleep(3)));
    const error = await raised(kit.run(main()));
    // As CPython's traceback has it, the other way round.
    const expected = ['first', 'wait_for', 'worker', 'main'];
    expect(awaitersIn(error)).toEqual(areFrames ? expected.slice(-1) : expected);
  });

  test('is written once for each task, whoever catches it between and raises it again', async () => {
    const again = kit.coroutine(
      async () => {
        try {
          await second();
        } catch (error) {
          await asyncio.sleep(0);
          throw error;
        }
      },
      function* () {
        try {
          yield* second();
        } catch (error) {
          yield* asyncio.sleep(0);
          throw error;
        }
      },
      'again',
    );
    const error = await raised(kit.run(awaiting('main', again)()));
    if (areFrames) expect(awaitersIn(error)).toEqual([]);
    else expect(namesIn(error)).toEqual(['fails', 'first', 'second', 'again', 'main']);
  });

  test('has bodies of other styles in their place', async () => {
    const inGenerator = asyncio.coroutine(function* inGenerator() {
      yield* second();
    });
    const around = asyncio.coroutine(function* around() {
      yield* inGenerator();
    });
    const main = awaiting('main', () => asyncio.create_task(awaiting('worker', around)()));
    const error = await raised(kit.run(main()));
    if (areFrames) return;
    const expected = ['fails', 'first', 'second', 'inGenerator', 'around', 'worker', 'main'];
    expect(namesIn(error)).toEqual(expected);
  });

  test('of a future has who awaited that, each time anew', async () => {
    const waits = kit.coroutine(
      async (future: asyncio.Future<unknown>) => {
        await future;
      },
      function* (future: asyncio.Future<unknown>) {
        yield* future;
      },
      'waits',
    );
    const loop = kit.loop();
    const future = loop.create_future<null>();
    const tasks = ['one', 'other'].map((name) => loop.create_task(awaiting(name, () => waits(future))()));
    loop.call_later(1, () => {
      future.set_exception(new asyncio.ValueError('of the future'));
    });
    await loop.run_until_complete(asyncio.wait(tasks));
    // It is one error, and has the stack of where it was raised last, as the traceback of CPython.
    expect(awaitersIn(tasks[0]!.exception())).toEqual(['waits', 'other']);
    expect(tasks[1]!.exception()).toBe(tasks[0]!.exception());
    loop.close();
  });

  test('takes no longer, and no stack, for a long chain', async () => {
    // In generator style the bodies begin on each other's stack.
    const levels = kit.style === 'generator' ? 100 : 20_000;
    const level: (left: number) => asyncio.Coroutine<void> = kit.coroutine(
      async (left: number) => {
        await (left === 0 ? fails() : level(left - 1));
      },
      function* (left: number) {
        yield* left === 0 ? fails() : level(left - 1);
      },
      'level',
    );
    const error = await raised(kit.run(level(levels)));
    if (!areFrames) expect(awaitersIn(error)).toEqual(new Array(50).fill('level'));
  });

  test('of what has none stays so', async () => {
    const empty = awaiting('empty', () => new asyncio.Queue().get());
    const cancels = kit.coroutine(
      async () => {
        const task = asyncio.create_task(empty());
        await asyncio.sleep(0);
        task.cancel();
        await task;
      },
      function* () {
        const task = asyncio.create_task(empty());
        yield* asyncio.sleep(0);
        task.cancel();
        yield* task;
      },
    );
    const error = await raised(kit.run(cancels()));
    expect(error).toBeInstanceOf(asyncio.CancelledError);
    if (!kit.debug) expect(error.stack).toBe('CancelledError');
  });
});

describe('the stack of an error', () => {
  const fails = asyncio.coroutine(function* fails(error: Error) {
    yield* asyncio.sleep(1);
    throw error;
  });
  const between = asyncio.coroutine(function* between(error: Error) {
    yield* fails(error);
  });
  const main = asyncio.coroutine(function* main(error: Error) {
    yield* between(error);
  });
  const run = (error: Error): Promise<Error> => raised(asyncio.run(main(error), { loop_factory: virtualLoop }));

  test('has no frames of the library below those of the program', async () => {
    const { stack } = await run(new asyncio.ValueError('two\nlines'));
    expect(stack).toMatch(/^ValueError: two\nlines\n {4}at /);
    expect(stack).not.toMatch(/\.next \(<anonymous>\)|coroutines\.ts|tasks\.ts/);
    expect(stack!.endsWith('\n    at async between\n    at async main')).toBe(true);
  });

  test('is left alone after somebody else has written to it', async () => {
    const error = new Error('of mine');
    await run(error);
    expect(awaitersIn(error)).toEqual(['between', 'main']);
    error.stack = 'rewritten';
    await run(error);
    expect(error.stack).toBe('rewritten');
  });

  test('of an error that can not be written to does no harm', async () => {
    // Newer engines have the stack in an accessor, which freezing doesn't touch.
    const frozen = Object.freeze(new Error('frozen'));
    const head = frozen.stack!.split('\n', 2);
    expect(await run(frozen)).toBe(frozen);
    expect(frozen.stack!.split('\n', 2)).toEqual(head);
  });

  test('of a chain without end names some of it', async () => {
    const deep = asyncio.coroutine(function* level(levels: number): asyncio.Gen<void> {
      if (levels === 0) yield* fails(new Error('deep'));
      else yield* deep(levels - 1);
    });
    const error = await raised(asyncio.run(deep(500), { loop_factory: virtualLoop }));
    expect(awaitersIn(error)).toHaveLength(50);
  });

  test('of a body that fails before it waits is that of JavaScript', async () => {
    const body = function* soon(): Generator<unknown, never> {
      yield* [];
      throw new Error('soon');
    };
    const error = await raised(asyncio.run(asyncio.coroutine(body)(), { loop_factory: virtualLoop }));
    expect(awaitersIn(error)).toEqual([]);
  });
});
