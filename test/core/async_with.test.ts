/** `async_with` and `enter`. The expected traces are what CPython 3.14 printed for `async with`. */
import * as asyncio from 'asyncio-ts';
import { NEEDS_EXCEPTION } from '#asyncio/core/statements/async_with';
import { errorText, outcome, settled } from '../support/outcomes';
import { inEveryWay } from '../support/styles';
import { Pause, catcher, collected } from '../support/stepping';

interface Behaviour {
  readonly enter?: Error;
  readonly exit?: Error;
  readonly suppresses?: unknown;
}

const seen: unknown[] = [];

beforeEach(() => {
  seen.length = 0;
});

inEveryWay('async_with', (kit) => {
  const caught = catcher(kit);

  /** Says what happens to it, and behaves as it is told. */
  class Manager {
    readonly name: string;
    readonly behaviour: Behaviour;

    constructor(name: string, behaviour: Behaviour = {}) {
      this.name = name;
      this.behaviour = behaviour;
    }

    __aenter__(): asyncio.Coroutine<string> {
      return entering(this);
    }

    __aexit__(type: unknown, exception: unknown): asyncio.Coroutine<unknown> {
      return leaving(this, type, exception);
    }
  }

  const entering = kit.coroutine(
    async (manager: Manager) => {
      seen.push(`enter ${manager.name}`);
      await asyncio.sleep(0);
      if (manager.behaviour.enter !== undefined) throw manager.behaviour.enter;
      return manager.name;
    },
    function* (manager: Manager) {
      seen.push(`enter ${manager.name}`);
      yield* asyncio.sleep(0);
      if (manager.behaviour.enter !== undefined) throw manager.behaviour.enter;
      return manager.name;
    },
  );

  const leaving = kit.coroutine(
    async (manager: Manager, type: unknown, exception: unknown) => {
      seen.push(`exit ${manager.name} ${asyncio.repr(type)} ${asyncio.repr(exception)}`);
      await asyncio.sleep(0);
      if (manager.behaviour.exit !== undefined) throw manager.behaviour.exit;
      return manager.behaviour.suppresses;
    },
    function* (manager: Manager, type: unknown, exception: unknown) {
      seen.push(`exit ${manager.name} ${asyncio.repr(type)} ${asyncio.repr(exception)}`);
      yield* asyncio.sleep(0);
      if (manager.behaviour.exit !== undefined) throw manager.behaviour.exit;
      return manager.behaviour.suppresses;
    },
  );

  /** Runs a body within two managers; its trace and outcome. */
  async function within(first: Manager, second: Manager, error?: Error): Promise<unknown[]> {
    const main = kit.coroutine(
      async () =>
        await asyncio.async_with([first, second], async (x, y) => {
          seen.push(`body ${x} ${y}`);
          await asyncio.sleep(0);
          if (error !== undefined) throw error;
          return 'result';
        }),
      function* () {
        return yield* asyncio.async_with([first, second], function* (x, y) {
          seen.push(`body ${x} ${y}`);
          yield* asyncio.sleep(0);
          if (error !== undefined) throw error;
          return 'result';
        });
      },
    );
    return [...seen.splice(0), await settled(kit.runInTask(main()))];
  }

  const ENTERED = ['enter a', 'enter b', 'body a b'];
  const VALUE = "<class 'ValueError'> ValueError('v')";
  const KEY = "<class 'KeyError'> KeyError('k')";

  const run = async (first: Behaviour, second: Behaviour, error?: Error): Promise<unknown[]> => {
    const result = await within(new Manager('a', first), new Manager('b', second), error);
    return [...seen.splice(0), ...result];
  };

  test('enters in order, leaves in the opposite order, and returns what the body returns', async () => {
    expect(await run({}, {})).toEqual([...ENTERED, 'exit b None None', 'exit a None None', "'result'"]);
  });

  test('tells the managers of the body’s exception, which goes on', async () => {
    expect(await run({}, {}, new asyncio.ValueError('v'))).toEqual([
      ...[...ENTERED, `exit b ${VALUE}`, `exit a ${VALUE}`],
      'ValueError: v',
    ]);
  });

  test('a manager that suppresses it hides it from those around', async () => {
    expect(await run({}, { suppresses: true }, new asyncio.ValueError('v'))).toEqual([
      ...[...ENTERED, `exit b ${VALUE}`, 'exit a None None'],
      'None',
    ]);
    expect(await run({ suppresses: 1 }, { suppresses: '' }, new asyncio.ValueError('v'))).toEqual([
      ...[...ENTERED, `exit b ${VALUE}`, `exit a ${VALUE}`],
      'None',
    ]);
  });

  test('a manager may replace it, and the new one knows the old one', async () => {
    const [value, key, os] = [new asyncio.ValueError('v'), new asyncio.KeyError('k'), new asyncio.OSError('o')];
    expect(await run({ exit: os }, { exit: key }, value)).toEqual([
      ...[...ENTERED, `exit b ${VALUE}`, `exit a ${KEY}`],
      'OSError: o',
    ]);
    expect([os.__context__, key.__context__, value.__context__]).toEqual([key, value, null]);
  });

  test('a manager that raises the very exception it was told changes nothing', async () => {
    const value = new asyncio.ValueError('v');
    expect(await run({}, { exit: value }, value)).toEqual([
      ...[...ENTERED, `exit b ${VALUE}`, `exit a ${VALUE}`],
      'ValueError: v',
    ]);
    expect(value.__context__).toBeNull();
  });

  test('an error while it is left normally goes on', async () => {
    const key = new asyncio.KeyError('k');
    expect(await run({}, { exit: key })).toEqual([
      ...[...ENTERED, 'exit b None None', `exit a ${KEY}`],
      "KeyError: 'k'",
    ]);
    expect(key.__context__).toBeNull();
  });

  test('when the second cannot be entered the first is left, and may suppress that', async () => {
    const enter = new asyncio.KeyError('k');
    expect(await run({}, { enter })).toEqual(['enter a', 'enter b', `exit a ${KEY}`, "KeyError: 'k'"]);
    expect(await run({ suppresses: true }, { enter })).toEqual(['enter a', 'enter b', `exit a ${KEY}`, 'None']);
    expect(await run({ enter }, {})).toEqual(['enter a', "KeyError: 'k'"]);
  });

  test('what was thrown and is no error is shown to the manager as an exception, and goes on as it was', async () => {
    const main = kit.coroutine(
      async () =>
        await asyncio.async_with(new Manager('a'), async () => {
          await asyncio.sleep(0);
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- the subject
          throw 'text';
        }),
      function* () {
        return yield* asyncio.async_with(new Manager('a'), function* () {
          yield* asyncio.sleep(0);
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- the subject
          throw 'text';
        });
      },
    );
    await expect(kit.runInTask(main())).rejects.toMatchObject({ value: 'text' });
    expect(seen).toEqual(['enter a', "exit a <class 'asyncio.ThrownValue'> ThrownValue('text')"]);
  });

  test('a cancellation in the body is an exception as any other', async () => {
    const work = kit.coroutine(
      async (manager: Manager) => {
        await asyncio.async_with(manager, async () => {
          await asyncio.sleep(10);
        });
        return 'went on';
      },
      function* (manager: Manager) {
        yield* asyncio.async_with(manager, function* () {
          yield* asyncio.sleep(10);
        });
        return 'went on';
      },
    );
    const main = kit.coroutine(
      async () => {
        const tasks = [work(new Manager('a')), work(new Manager('b', { suppresses: true }))].map((coroutine) =>
          asyncio.create_task(coroutine),
        );
        await asyncio.sleep(1);
        for (const task of tasks) task.cancel('enough');
        return [await caught(tasks[0]), await caught(tasks[1])];
      },
      function* () {
        const tasks = [work(new Manager('a')), work(new Manager('b', { suppresses: true }))].map((coroutine) =>
          asyncio.create_task(coroutine),
        );
        yield* asyncio.sleep(1);
        for (const task of tasks) task.cancel('enough');
        return [yield* caught(tasks[0]), yield* caught(tasks[1])];
      },
    );
    expect(asyncio.repr(await kit.runInTask(main()))).toBe("[CancelledError('enough'), 'went on']");
    const told = "<class 'asyncio.exceptions.CancelledError'> CancelledError('enough')";
    expect(seen).toEqual(['enter a', 'enter b', `exit a ${told}`, `exit b ${told}`]);
  });

  test('a cancellation before the managers are entered leaves them alone; an eager task is entering them then', async () => {
    const work = kit.coroutine(
      async () => {
        await asyncio.async_with(new Manager('c'), () => asyncio.sleep(10));
      },
      function* () {
        yield* asyncio.async_with(new Manager('c'), () => asyncio.sleep(10));
      },
    );
    const cancelledAfter = kit.coroutine(
      async (turns: number) => {
        const task = asyncio.create_task(work());
        for (let i = 0; i < turns; i++) await asyncio.sleep(0);
        task.cancel('early');
        seen.push(asyncio.repr(await caught(task)));
      },
      function* (turns: number) {
        const task = asyncio.create_task(work());
        for (let i = 0; i < turns; i++) yield* asyncio.sleep(0);
        task.cancel('early');
        seen.push(asyncio.repr(yield* caught(task)));
      },
    );
    const end = "CancelledError('early')";
    await kit.runInTask(cancelledAfter(0));
    expect(seen.splice(0)).toEqual(kit.eager ? ['enter c', end] : [end]);
    const left = `exit c <class 'asyncio.exceptions.CancelledError'> ${end}`;
    await kit.runInTask(cancelledAfter(1));
    expect(seen.splice(0)).toEqual(kit.eager ? ['enter c', left, end] : ['enter c', end]);
    await kit.runInTask(cancelledAfter(2));
    expect(seen).toEqual(['enter c', left, end]);
  });

  test('a cancellation while it is left is raised there', async () => {
    const slow = {
      __aenter__: () => asyncio.sleep(0),
      __aexit__: kit.coroutine(
        async () => {
          try {
            await asyncio.sleep(10);
          } catch (error) {
            seen.push(asyncio.repr(error));
            throw error;
          }
        },
        function* () {
          try {
            yield* asyncio.sleep(10);
          } catch (error) {
            seen.push(asyncio.repr(error));
            throw error;
          }
        },
      ),
    };
    const work = kit.coroutine(
      async () => {
        await asyncio.async_with(slow, () => {
          throw new asyncio.ValueError('body');
        });
      },
      function* () {
        yield* asyncio.async_with(slow, () => {
          throw new asyncio.ValueError('body');
        });
      },
    );
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(work());
        await asyncio.sleep(1);
        task.cancel('x');
        return await caught(task);
      },
      function* () {
        const task = asyncio.create_task(work());
        yield* asyncio.sleep(1);
        task.cancel('x');
        return yield* caught(task);
      },
    );
    const error = (await kit.runInTask(main())) as asyncio.CancelledError;
    expect([asyncio.repr(error), asyncio.repr(error.__context__)]).toEqual([
      "CancelledError('x')",
      "ValueError('body')",
    ]);
    expect(seen).toEqual(["CancelledError('x')"]);
  });

  test('takes managers of the synchronous kind, and disposables', async () => {
    const synchronous = {
      __enter__: () => 'entered',
      __exit__: (_type: unknown, exception: unknown) => {
        seen.push(asyncio.repr(exception));
        return true;
      },
    };
    const disposable = { [Symbol.dispose]: () => void seen.push('disposed') };
    const asynchronous = {
      [Symbol.asyncDispose]: kit.coroutine(
        async () => {
          await asyncio.sleep(0);
          seen.push('disposed asynchronously');
        },
        function* () {
          yield* asyncio.sleep(0);
          seen.push('disposed asynchronously');
        },
      ),
    };
    const main = kit.coroutine(
      async () =>
        await asyncio.async_with([synchronous, disposable, asynchronous], async (x, y, z) => {
          seen.push(x, y === disposable, z === asynchronous);
          await asyncio.sleep(0);
          throw new asyncio.ValueError('v');
        }),
      function* () {
        return yield* asyncio.async_with([synchronous, disposable, asynchronous], function* (x, y, z) {
          seen.push(x, y === disposable, z === asynchronous);
          yield* asyncio.sleep(0);
          throw new asyncio.ValueError('v');
        });
      },
    );
    expect(await kit.runInTask(main())).toBeNull();
    expect(seen).toEqual(['entered', true, true, 'disposed asynchronously', 'disposed', "ValueError('v')"]);
  });

  test('enter serves await using', async () => {
    const main = kit.coroutine(
      async () => {
        {
          await using entered = await asyncio.enter(new Manager('a'));
          seen.push(`body ${entered.value}`);
        }
        seen.push('after');
        try {
          await using entered = await asyncio.enter(new Manager('b', { suppresses: true }));
          throw new asyncio.ValueError(`body ${entered.value}`);
        } catch (error) {
          seen.push(errorText(error));
        }
      },
      function* () {
        const first = yield* asyncio.enter(new Manager('a'));
        seen.push(`body ${first.value}`);
        yield* asyncio.await_(first[Symbol.asyncDispose]());
        seen.push('after');
        const second = yield* asyncio.enter(new Manager('b'));
        try {
          throw new asyncio.ValueError(`body ${second.value}`);
        } catch (error) {
          yield* asyncio.await_(second[Symbol.asyncDispose]());
          seen.push(errorText(error));
        }
      },
    );
    await kit.runInTask(main());
    // The language's own disposal doesn't show the exception, so that the manager can't suppress it.
    expect(seen).toEqual([
      ...['enter a', 'body a', 'exit a None None', 'after'],
      ...['enter b', 'exit b None None', 'ValueError: body b'],
    ]);
  });
});

describe('async_with by hand', () => {
  /** A manager that waits on its way in and out, and takes down what it is resumed with. */
  class Waiting {
    readonly suppresses: boolean;

    constructor(suppresses = false) {
      this.suppresses = suppresses;
    }

    __aenter__(): asyncio.Coroutine<string> {
      return asyncio.coroutine(function* () {
        seen.push(yield* asyncio.await_(new Pause('entering')));
        return 'a';
      })();
    }

    __aexit__(_type: unknown, exception: unknown): asyncio.Coroutine<boolean> {
      const { suppresses } = this;
      return asyncio.coroutine(function* () {
        seen.push(asyncio.repr(exception));
        if (!suppresses) seen.push(yield* asyncio.await_(new Pause('leaving')));
        return suppresses;
      })();
    }
  }

  const start = (manager: Waiting) =>
    asyncio.async_with(manager, function* () {
      return yield* asyncio.await_(new Pause('body'));
    });

  test('is transparent to send', () => {
    const coroutine = start(new Waiting());
    expect([coroutine.send(null), coroutine.send(1), coroutine.send(2)]).toEqual(['entering', 'body', 'leaving']);
    expect(outcome(() => coroutine.send(3))).toBe('StopIteration: 2');
    expect(seen).toEqual([1, 'None', 3]);
  });

  test('is transparent to throw', () => {
    const coroutine = start(new Waiting());
    coroutine.send(null);
    coroutine.send(1);
    expect(coroutine.throw(new asyncio.ValueError('t'))).toBe('leaving');
    expect(outcome(() => coroutine.send(2))).toBe('ValueError: t');
    expect(seen).toEqual([1, "ValueError('t')", 2]);
    expect(outcome(() => start(new Waiting()).throw(asyncio.ValueError))).toBe('ValueError');
  });

  test('an error thrown in on the way in leaves nothing to leave', () => {
    const coroutine = start(new Waiting());
    coroutine.send(null);
    expect(outcome(() => coroutine.throw(new asyncio.ValueError('t')))).toBe('ValueError: t');
    expect(seen).toEqual([]);
  });

  test('an error thrown in on the way out takes the place of the body’s', () => {
    const coroutine = start(new Waiting());
    coroutine.send(null);
    coroutine.send(1);
    coroutine.throw(new asyncio.KeyError('first'));
    const second = new asyncio.ValueError('second');
    expect(outcome(() => coroutine.throw(second))).toBe('ValueError: second');
    expect(asyncio.repr(second.__context__)).toBe("KeyError('first')");
  });

  test('close leaves the manager, which must not wait', () => {
    const coroutine = start(new Waiting());
    coroutine.send(null);
    coroutine.send(1);
    expect(outcome(() => coroutine.close())).toBe('RuntimeError: coroutine ignored GeneratorExit');

    const suppressed = start(new Waiting(true));
    suppressed.send(null);
    suppressed.send(1);
    expect(outcome(() => suppressed.close())).toBe('None');
    expect(seen.at(-1)).toBe('GeneratorExit()');
  });

  test('within another body it is closed as a part of that', () => {
    const around = asyncio.coroutine(function* (manager: Waiting) {
      yield* asyncio.async_with(manager, function* () {
        yield* asyncio.await_(new Pause('body'));
      });
      seen.push('went on');
      return 'end';
    });
    const suppressed = around(new Waiting(true));
    suppressed.send(null);
    suppressed.send(1);
    expect([suppressed.close(), seen.at(-1)]).toEqual(['end', 'went on']);

    const waiting = around(new Waiting());
    waiting.send(null);
    waiting.send(1);
    expect(outcome(() => waiting.close())).toBe('RuntimeError: coroutine ignored GeneratorExit');
    expect(asyncio.inspect.getcoroutinestate(waiting)).toBe('CORO_SUSPENDED');
    expect(outcome(() => waiting.send(2))).toBe('GeneratorExit');
  });

  test('nothing happens at the call', () => {
    start(new Waiting()).close();
    expect(seen).toEqual([]);
  });
});

describe('async_with refuses', () => {
  const body = (): void => undefined;
  const drive = (manager: unknown): string => collected(asyncio.async_with(manager as never, body as never)).join();

  test('what is no manager', () => {
    class E {
      other = 1;
    }
    const text = "TypeError: '$' object does not support the asynchronous context manager protocol (missed % method)";
    const missed = (type: string, method: string) => text.replace('$', type).replace('%', method);
    expect(drive(new E())).toBe(missed('E', '__aexit__'));
    expect(drive(3)).toBe(missed('int', '__aexit__'));
    expect(drive(null)).toBe(missed('NoneType', '__aexit__'));
    expect(drive(Object.assign(new E(), { __aenter__: () => asyncio.sleep(0) }))).toBe(missed('E', '__aexit__'));
    expect(drive(Object.assign(new E(), { __aexit__: () => asyncio.sleep(0) }))).toBe(missed('E', '__aenter__'));
  });

  test('methods that give nothing to await', () => {
    const text = "TypeError: 'async with' received an object from % that does not implement __await__: int";
    const exit = { __aexit__: () => asyncio.sleep(0) };
    expect(drive({ ...exit, __aenter__: () => 5 })).toBe(text.replace('%', '__aenter__'));
    const enter = { __aenter__: () => asyncio.await_({ *__await__() {} }) };
    expect(drive({ ...enter, __aexit__: () => 5 })).toBe(text.replace('%', '__aexit__'));
    expect(drive({ ...enter, __aexit__: 3 })).toBe("TypeError: 'int' object is not callable");
    expect(drive({ ...exit, __aenter__: 3 })).toBe("TypeError: 'int' object is not callable");
  });

  test('wrong arguments', () => {
    const call = asyncio.async_with as (...args: unknown[]) => unknown;
    expect(outcome(() => call(3))).toBe("TypeError: async_with() missing 1 required positional argument: 'body'");
    expect(outcome(() => call({ __aenter__: 1 }, 3))).toBe("TypeError: 'int' object is not callable");
    expect(outcome(() => call(3, body, { self: 1 }))).toBe(
      "TypeError: async_with() got an unexpected keyword argument 'self'",
    );
  });
});

test('the body gets its this by keyword', () => {
  class Counter {
    count = 1;
    raise() {
      return asyncio.async_with(
        { __enter__: () => 2, __exit__: () => false },
        function* (this: Counter, by: number) {
          this.count += by;
          yield* [];
          return this.count;
        },
        { this_: this },
      );
    }
  }
  expect(collected(new Counter().raise())).toEqual(['returned 3']);
});

test('values may be yielded within, in an asynchronous generator', async () => {
  const manager = { __enter__: () => 'x', __exit__: (_type: unknown, error: unknown) => void seen.push(error) };
  const work = asyncio.asyncgen(function* () {
    yield* asyncio.async_with(manager, function* (x) {
      seen.push(yield* asyncio.yield_(x));
      yield* asyncio.yield_('y');
    });
  });
  const main = asyncio.coroutine(function* () {
    const generator = work();
    const values = [yield* generator.asend(null), yield* generator.asend('sent')];
    yield* generator.aclose();
    return values;
  });
  expect(await asyncio.run(main())).toEqual(['x', 'y']);
  expect(asyncio.repr(seen)).toBe("['sent', GeneratorExit()]");
});

test('enter refuses a manager that has to see the exception, and names async_with', async () => {
  class Group {
    readonly [NEEDS_EXCEPTION] = true;
    __enter__() {
      return this;
    }
    __exit__() {
      return false;
    }
  }
  const main = asyncio.coroutine(async () => await settled(() => asyncio.enter(new Group())));
  expect(await asyncio.run(main())).toMatch(/^RuntimeError: Group has to see the exception .* asyncio\.async_with\(/);
});
