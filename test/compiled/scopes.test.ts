/** `await using` in compiled code. */
import * as asyncio from 'asyncio-ts';
import * as _asyncio from 'asyncio-ts/compiled';
import { block } from '../support/compiled';
import { errorText, failOnNoise, settled } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

const run = <T>(main: asyncio.Coroutine<T>): Promise<T> => asyncio.run(main, { loop_factory: () => virtualLoop() });

const seen: unknown[] = [];

failOnNoise();
beforeEach(() => {
  seen.length = 0;
});

type Block = (s$: _asyncio.Scope) => Generator<unknown, unknown>;

const inBlock = _asyncio.coroutine(function* (body: Block): Generator<unknown, unknown> {
  return yield* block(body);
}) as (body: Block) => asyncio.Coroutine<unknown>;

/** An asynchronous manager that says what it sees, and then does as it is told. */
const manager = (name: string, exit: (exception: unknown) => unknown = () => null) => ({
  __aenter__: asyncio.coroutine(function* () {
    yield* asyncio.sleep(1);
    seen.push(`enter ${name}`);
    return name;
  }),
  __aexit__: asyncio.coroutine(function* (type: any, exception: unknown, traceback: unknown) {
    seen.push(`exit ${name} ${asyncio.repr(exception)} ${type?.name ?? null} ${asyncio.repr(traceback)}`);
    yield* asyncio.sleep(1);
    return exit(exception);
  }),
});

const disposable = (name: string, dispose: () => unknown = () => undefined) => ({
  [Symbol.asyncDispose]() {
    seen.push(`dispose ${name}`);
    return dispose();
  },
});

const raises = (error: Error) => (): never => {
  throw error;
};

const value = new asyncio.ValueError('v');
const key = new asyncio.KeyError('k');

describe('Python’s managers', () => {
  test('are entered in order and left in the opposite one; the block keeps what it returns', async () => {
    const result = await run(
      inBlock(function* (s$) {
        const a = yield s$.enter(manager('a'));
        const b = yield s$.enter(manager('b'));
        seen.push([a, b]);
        return 'result';
      }),
    );
    expect([result, ...seen]).toEqual([
      ...['result', 'enter a', 'enter b', ['a', 'b'], 'exit b None null None', 'exit a None null None'],
    ]);
  });

  test('see the exception of the block, and may suppress it', async () => {
    const failing = (exit: () => unknown) =>
      inBlock(function* (s$) {
        yield s$.enter(manager('a'));
        yield s$.enter(manager('b', exit));
        throw value;
      });
    expect(await settled(run(failing(() => false)))).toBe('ValueError: v');
    expect(await settled(run(failing(() => [])))).toBe('ValueError: v');
    expect(await settled(run(failing(() => 'yes')))).toBe('None');
    const both = ['enter a', 'enter b', "exit b ValueError('v') ValueError None"];
    const shown = [...both, "exit a ValueError('v') ValueError None"];
    expect(seen).toEqual([...shown, ...shown, ...both, 'exit a None null None']);
  });

  test('may raise another one, whose context is that of the block', async () => {
    const error = new asyncio.KeyError('k');
    const failing = inBlock(function* (s$) {
      yield s$.enter(manager('a'));
      yield s$.enter(manager('b', raises(error)));
      throw value;
    });
    expect(await settled(run(failing))).toBe("KeyError: 'k'");
    expect(error.__context__).toBe(value);
    expect(seen.at(-1)).toBe("exit a KeyError('k') KeyError None");
  });

  test('that raise after a block without errors', async () => {
    const failing = inBlock(function* (s$) {
      yield s$.enter(manager('a'));
      yield s$.enter(manager('b', raises(key)));
    });
    expect(await settled(run(failing))).toBe("KeyError: 'k'");
    expect(seen.at(-1)).toBe("exit a KeyError('k') KeyError None");
  });

  test('are not left if they could not be entered', async () => {
    const broken = { ...manager('b'), __aenter__: asyncio.coroutine(raises(key)) };
    const failing = inBlock(function* (s$) {
      yield s$.enter(manager('a'));
      yield s$.enter(broken);
    });
    expect(await settled(run(failing))).toBe("KeyError: 'k'");
    expect(seen).toEqual(['enter a', "exit a KeyError('k') KeyError None"]);
  });

  test('see what was thrown that is no error as one', async () => {
    const failing = inBlock(function* (s$) {
      yield s$.enter(manager('a'));
      throw 'text'; // eslint-disable-line @typescript-eslint/only-throw-error -- that is the subject
    });
    expect(await settled(run(failing))).toBe('ThrownValue: text');
    expect(seen[1]).toMatch(/^exit a ThrownValue/);
  });

  test('of the synchronous protocol', async () => {
    const sync = {
      __enter__: () => 'entered',
      __exit__: (_type: unknown, exception: unknown) => (seen.push(asyncio.repr(exception)), true),
    };
    const body: Block = function* (s$) {
      seen.push(yield s$.enter(sync), s$.use(sync));
      throw value;
    };
    expect(await run(inBlock(body))).toBeUndefined();
    expect(seen).toEqual(['entered', 'entered', "ValueError('v')", 'None']);
  });

  test('what can’t be entered is refused', async () => {
    const texts = [];
    for (const what of [
      3,
      {},
      () => {},
      { __aenter__: 3, __aexit__: 3 },
      { __aenter__: () => 3, __aexit__: () => 3 },
    ]) {
      texts.push(await settled(run(inBlock(function* (s$) { yield s$.enter(what); })))); // prettier-ignore
    }
    const protocol = 'does not support the asynchronous context manager protocol (missed __aexit__ method)';
    expect(texts).toEqual([
      `TypeError: 'int' object ${protocol}`,
      `TypeError: 'dict' object ${protocol}`,
      `TypeError: 'function' object ${protocol}`,
      "TypeError: 'int' object is not callable",
      "TypeError: 'async with' received an object from __aenter__ that does not implement __await__: int",
    ]);
    const used = inBlock(function* (s$) {
      s$.use(disposable('a'));
    });
    expect(await settled(run(used))).toMatch('does not support the context manager protocol');
  });
});

describe('the library’s own managers', () => {
  test('locks, timeouts and task groups, plain or entered', async () => {
    const lock = new asyncio.Lock();
    const main = inBlock(function* (s$) {
      seen.push(yield s$.enter(lock), lock.locked());
      const group = (yield s$.enter(new asyncio.TaskGroup())) as asyncio.TaskGroup;
      seen.push(group instanceof asyncio.TaskGroup);
      group.create_task(asyncio.sleep(2));
      const entered = yield s$.enter(yield asyncio.enter(new asyncio.TaskGroup()));
      seen.push(entered.value instanceof asyncio.TaskGroup);
      entered.value.create_task(asyncio.sleep(3));
      return asyncio.get_running_loop();
    });
    const loop = (await run(main)) as asyncio.BaseEventLoop;
    expect([...seen, lock.locked(), loop.time()]).toEqual([null, true, true, true, false, 3]);
  });

  test('a timeout turns its cancellation into TimeoutError', async () => {
    const main = (entered: boolean) =>
      inBlock(function* (s$) {
        const timeout = asyncio.timeout(1);
        yield s$.enter(entered ? yield asyncio.enter(timeout) : timeout);
        yield asyncio.sleep(5);
      });
    expect(await settled(run(main(false)))).toBe('TimeoutError');
    expect(await settled(run(main(true)))).toBe('TimeoutError');
  });

  test('a task group that fails cancels the block and raises a group', async () => {
    const fails = asyncio.coroutine(raises(value));
    const main = inBlock(function* (s$) {
      const group = yield s$.enter(yield asyncio.enter(new asyncio.TaskGroup()));
      group.value.create_task(fails());
      yield asyncio.sleep(9);
    });
    expect(await settled(run(main))).toMatch('ExceptionGroup: unhandled errors in a TaskGroup');
  });

  test('`enter` goes on refusing where nobody can show the exception', async () => {
    const main = asyncio.coroutine(function* () {
      yield* asyncio.enter(new asyncio.TaskGroup());
    });
    expect(await settled(run(main()))).toMatch('has to see the exception of its body');
  });
});

describe('JavaScript’s disposables', () => {
  test('are given as they are, also those that could be awaited', async () => {
    const awaitable = { ...disposable('a'), then: () => seen.push('awaited') };
    const main = inBlock(function* (s$) {
      seen.push((yield s$.enter(awaitable)) === awaitable);
      seen.push(yield s$.enter(null), yield s$.enter(undefined), s$.use(null), s$.use(undefined));
    });
    await run(main);
    expect(seen).toEqual([true, null, undefined, null, undefined, 'dispose a']);
  });

  test('are left in the opposite order, those of `using` too, and waited for', async () => {
    const late = () =>
      asyncio.coroutine(function* () {
        yield* asyncio.sleep(1);
        seen.push('late');
      })();
    const main = inBlock(function* (s$) {
      yield s$.enter(disposable('a', late));
      s$.use({ [Symbol.dispose]: () => seen.push('used') });
      yield s$.enter(disposable('b', late));
    });
    await run(main);
    expect(seen).toEqual(['dispose b', 'late', 'used', 'dispose a', 'late']);
  });

  test('whose disposal fails beside an error of the block: SuppressedError', async () => {
    const main = inBlock(function* (s$) {
      yield s$.enter(disposable('a', raises(key)));
      s$.use({ [Symbol.dispose]: raises(new asyncio.OSError('o')) });
      throw value;
    });
    const error: any = await run(main).catch((reason: unknown) => reason);
    expect([error.name, error.error, error.suppressed.name]).toEqual(['SuppressedError', key, 'SuppressedError']);
    expect([asyncio.str(error.suppressed.error), error.suppressed.suppressed]).toEqual(['o', value]);
    expect(error).toBeInstanceOf(asyncio.Exception);
  });

  test('whose disposal fails alone', async () => {
    const main = inBlock(function* (s$) {
      yield s$.enter(disposable('a'));
      yield s$.enter(disposable('b', raises(key)));
    });
    expect(await settled(run(main))).toBe("KeyError: 'k'");
    expect(seen).toEqual(['dispose b', 'dispose a']);
  });

  test('whose disposal is cancelled: the cancellation is known as one', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown> {
      const body: Block = function* (s$) {
        yield s$.enter(disposable('a', () => asyncio.sleep(9)));
        throw value;
      };
      const task = asyncio.create_task(inBlock(body));
      yield asyncio.sleep(1);
      task.cancel();
      yield asyncio.wait([task]);
      return task.cancelled();
    });
    expect(await run(main())).toBe(true);
  });
});

describe('leaving', () => {
  test('can be cancelled, as any await', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown> {
      const slow = manager('b', () => null);
      slow.__aexit__ = asyncio.coroutine(function* () {
        yield* asyncio.sleep(9);
        return null;
      }) as never;
      const body: Block = function* (s$) {
        yield s$.enter(manager('a'));
        yield s$.enter(slow);
      };
      const task = asyncio.create_task(inBlock(body));
      yield asyncio.sleep(3);
      task.cancel('c');
      try {
        return yield task;
      } catch (error) {
        return [errorText(error), asyncio.get_running_loop().time()];
      }
    });
    expect(await run(main())).toEqual(['CancelledError: c', 4]);
    expect(seen.at(-1)).toBe("exit a CancelledError('c') CancelledError None");
  });

  test('a closed coroutine shows GeneratorExit to its managers', () => {
    const loop = virtualLoop();
    const quick = (name: string) => ({
      __aenter__: asyncio.coroutine(function* () {}),
      __aexit__: asyncio.coroutine(function* (_type: unknown, exception: unknown) {
        seen.push(`${name} ${asyncio.repr(exception)}`);
      }),
    });
    const coroutine = inBlock(function* (s$) {
      yield s$.enter(quick('a'));
      yield s$.enter(quick('b'));
      yield new asyncio.Future({ loop });
    });
    coroutine.send(null);
    expect(coroutine.close()).toBeNull();
    expect(seen).toEqual(['b GeneratorExit()', 'a GeneratorExit()']);

    const waiting = inBlock(function* (s$) {
      yield s$.enter({ ...quick('c'), __aexit__: () => new asyncio.Future({ loop }) });
      yield new asyncio.Future({ loop });
    });
    waiting.send(null);
    expect(() => waiting.close()).toThrow('coroutine ignored GeneratorExit');
    loop.close();
  });

  test('a coroutine that is closed while it leaves goes on to the next manager', () => {
    const loop = virtualLoop();
    const leaving = inBlock(function* (s$) {
      yield s$.enter({
        __aenter__: asyncio.coroutine(function* () {}),
        __aexit__: asyncio.coroutine(function* (_type: unknown, exception: unknown) {
          seen.push(asyncio.repr(exception));
        }),
      });
      yield s$.enter(disposable('b', () => new asyncio.Future({ loop })));
    });
    leaving.send(null);
    expect(leaving.close()).toBeNull();
    expect(seen).toEqual(['dispose b', 'GeneratorExit()']);
    loop.close();
  });

  test('an empty block, and one whose error comes before any manager', async () => {
    expect(await run(inBlock(function* () { return 1; }))).toBe(1); // prettier-ignore
    expect(await settled(run(inBlock(function* () { throw value; })))).toBe('ValueError: v'); // prettier-ignore
  });
});
