/** The orders and errors are those of CPython's `unittest.IsolatedAsyncioTestCase`, which were asked for case by case. */
import * as asyncio from 'asyncio-ts';
import { IsolatedAsyncioTestCase, LeakError, VirtualTimeLoop, wrap_test } from 'asyncio-ts/testing';
import { errorText, failOnNoise, outcome, settled } from '../support/outcomes';

failOnNoise();

let log: unknown[] = [];
beforeEach(() => {
  log = [];
});

class Base extends IsolatedAsyncioTestCase {
  override setUp(): void {
    log.push('setUp');
    this.addCleanup((what: string) => log.push(what), 'c0');
  }

  override async asyncSetUp(): Promise<void> {
    log.push('asyncSetUp');
    this.addAsyncCleanup(async (what: string) => {
      await asyncio.sleep(0);
      log.push(`async ${what}`);
    }, 'c1');
  }

  override async asyncTearDown(): Promise<void> {
    log.push('asyncTearDown');
  }

  override tearDown(): void {
    log.push('tearDown');
  }
}

/** Runs `test_it` of a class, and says what happened: the log, and the errors. */
async function go(cls: new (name: string) => IsolatedAsyncioTestCase): Promise<[log: unknown[], errors: string[]]> {
  const error: unknown = await new cls('test_it').run().then(
    () => null,
    (raised: unknown) => raised,
  );
  if (error === null) return [log, []];
  const all = error instanceof asyncio.BaseExceptionGroup ? error.exceptions : [error];
  return [log, all.map(errorText)];
}

const zero = (): never => {
  throw new asyncio.ZeroDivisionError('division by zero');
};

const START = ['setUp', 'asyncSetUp'];
const END = ['asyncTearDown', 'tearDown', 'async c1', 'c0'];

describe('the order of a test case', () => {
  test('is set-up, test, teardown, cleanups', async () => {
    class Passes extends Base {
      async test_it() {
        log.push('test');
      }
    }
    await expect(go(Passes)).resolves.toEqual([[...START, 'test', ...END], []]);
  });

  test('is the same if the test fails', async () => {
    class Fails extends Base {
      async test_it() {
        zero();
      }
    }
    await expect(go(Fails)).resolves.toEqual([[...START, ...END], ['ZeroDivisionError: division by zero']]);
  });

  test('goes on with the cleanups if setUp fails', async () => {
    class Fails extends Base {
      override setUp() {
        super.setUp();
        zero();
      }

      async test_it() {
        log.push('test');
      }
    }
    await expect(go(Fails)).resolves.toEqual([['setUp', 'c0'], ['ZeroDivisionError: division by zero']]);
  });

  test('goes on with the cleanups if asyncSetUp fails', async () => {
    class Fails extends Base {
      override async asyncSetUp() {
        await super.asyncSetUp();
        zero();
      }

      async test_it() {
        log.push('test');
      }
    }
    await expect(go(Fails)).resolves.toEqual([
      ['setUp', 'asyncSetUp', 'async c1', 'c0'],
      ['ZeroDivisionError: division by zero'],
    ]);
  });

  test('leaves tearDown out if asyncTearDown fails', async () => {
    class Fails extends Base {
      override async asyncTearDown() {
        await super.asyncTearDown();
        zero();
      }

      async test_it() {
        log.push('test');
      }
    }
    await expect(go(Fails)).resolves.toEqual([
      [...START, 'test', 'asyncTearDown', 'async c1', 'c0'],
      ['ZeroDivisionError: division by zero'],
    ]);
  });

  test('is kept to the end, whatever fails', async () => {
    class Fails extends Base {
      override tearDown() {
        super.tearDown();
        throw new asyncio.ValueError('td');
      }

      async test_it() {
        log.push('test');
        this.addAsyncCleanup(async () => {
          log.push('bad');
          throw new asyncio.KeyError('x');
        });
        this.addCleanup(() => log.push('last'));
        zero();
      }
    }
    await expect(go(Fails)).resolves.toEqual([
      [...START, 'test', 'asyncTearDown', 'tearDown', 'last', 'bad', 'async c1', 'c0'],
      ['ZeroDivisionError: division by zero', 'ValueError: td', "KeyError: 'x'"],
    ]);
  });

  test('has the cleanups that a cleanup adds next', async () => {
    class Adds extends Base {
      async test_it() {
        this.addCleanup(() => {
          log.push('one');
          this.addCleanup(() => log.push('two'));
        });
      }
    }
    await expect(go(Adds)).resolves.toEqual([
      [...START, 'asyncTearDown', 'tearDown', 'one', 'two', 'async c1', 'c0'],
      [],
    ]);
  });

  test('goes on after a cancellation, which is a failure', async () => {
    class Cancels extends Base {
      async test_it() {
        asyncio.current_task()?.cancel();
        await asyncio.sleep(0);
      }
    }
    await expect(go(Cancels)).resolves.toEqual([[...START, ...END], ['CancelledError']]);
  });

  test('ends with an interrupt', async () => {
    class Interrupts extends Base {
      async test_it() {
        throw new asyncio.KeyboardInterrupt();
      }
    }
    await expect(go(Interrupts)).resolves.toEqual([START, ['KeyboardInterrupt']]);
  });
});

describe('the errors of a test case', () => {
  test('are one error as it is, or a group that names all, with the first as its cause', async () => {
    const first = new asyncio.ValueError('first');
    class Fails extends IsolatedAsyncioTestCase {
      async test_one() {
        throw first;
      }

      async test_two() {
        this.addCleanup(zero);
        throw first;
      }
    }
    await expect(new Fails('test_one').run()).rejects.toBe(first);
    const group: unknown = await new Fails('test_two').run().catch((raised: unknown) => raised);
    if (!(group instanceof asyncio.ExceptionGroup)) throw new Error(`no group: ${asyncio.repr(group)}`);
    expect(group.exceptions).toHaveLength(2);
    expect(group.message).toBe(
      'Fails.test_two has failed more than once:\n1. ValueError: first\n2. ZeroDivisionError: division by zero',
    );
    expect(group.cause).toBe(first);
  });
});

describe('the parts of a test', () => {
  const variable = new asyncio.contextvars.ContextVar('variable', { default: 'none' });

  test('share one loop, in debug mode, and one context, which ends with the test', async () => {
    const loops = new Set<unknown>();
    class Shares extends IsolatedAsyncioTestCase {
      override setUp() {
        loops.add(asyncio.get_event_loop());
        variable.set('setUp');
      }

      override async asyncSetUp() {
        this.note();
        variable.set('asyncSetUp');
      }

      async test_it() {
        this.note();
        variable.set('test');
        this.addCleanup(() => log.push(variable.get()));
        this.addAsyncCleanup(async () => this.note());
      }

      override async asyncTearDown() {
        this.note();
      }

      override tearDown() {
        loops.add(asyncio.get_event_loop());
        log.push(variable.get());
      }

      private note() {
        const loop = asyncio.get_running_loop();
        loops.add(loop);
        log.push(variable.get(), loop.get_debug());
      }
    }
    await expect(go(Shares)).resolves.toEqual([
      ['setUp', true, 'asyncSetUp', true, 'test', true, 'test', 'test', true, 'test'],
      [],
    ]);
    expect([loops.size, variable.get()]).toEqual([1, 'none']);
    expect([...loops][0]).toBeInstanceOf(asyncio.EventLoop);
    expect(([...loops][0] as asyncio.AbstractEventLoop).is_closed()).toBe(true);
  });

  test('may be of any style', async () => {
    class Mixed extends IsolatedAsyncioTestCase {
      override *asyncSetUp(): asyncio.Gen<void> {
        yield* asyncio.sleep(0);
        log.push('generator');
      }

      @asyncio.coroutine
      async test_it() {
        await asyncio.sleep(0);
        log.push('decorated method');
        this.addAsyncCleanup(() => asyncio.sleep(0).then(() => log.push('function that returns a promise')));
        this.addAsyncCleanup(function* () {
          yield* asyncio.sleep(0);
          log.push('generator function');
        });
      }

      override async asyncTearDown() {
        await asyncio.sleep(0);
        log.push('async function');
      }
    }
    await expect(go(Mixed)).resolves.toEqual([
      ['generator', 'decorated method', 'async function', 'generator function', 'function that returns a promise'],
      [],
    ]);
  });

  test('run outside of the loop if they are ordinary functions; what they return is waited for', async () => {
    const ends = async (): Promise<void> => {
      await asyncio.sleep(0);
      log.push('waited for');
    };
    class Ordinary extends IsolatedAsyncioTestCase {
      test_it() {
        log.push(outcome(() => asyncio.get_running_loop()));
        this.addCleanup(() => asyncio.coroutine(ends)());
        return asyncio.coroutine(ends)();
      }
    }
    await expect(go(Ordinary)).resolves.toEqual([
      ['RuntimeError: no running event loop', 'waited for', 'waited for'],
      [],
    ]);
  });

  test('named setUp and tearDown refuse to be asynchronous', async () => {
    class Native extends IsolatedAsyncioTestCase {
      override async setUp() {
        await null;
        zero();
      }

      async test_it() {
        log.push('test');
      }
    }
    class Generator extends IsolatedAsyncioTestCase {
      override *tearDown() {
        yield 1;
      }

      async test_it() {
        log.push('test');
      }
    }
    class Wrapped extends IsolatedAsyncioTestCase {
      override setUp = asyncio.coroutine(async () => undefined) as never;

      async test_it() {
        log.push('test');
      }
    }
    expect((await go(Native))[1]).toEqual([
      expect.stringMatching(
        /^TypeError: setUp\(\) is not waited for: a method that returns <Promise .* must be asyncSetUp/,
      ),
    ]);
    expect((await go(Wrapped))[1]).toEqual([
      expect.stringMatching(/^TypeError: .*<coroutine .* must be asyncSetUp\(\)$/),
    ]);
    expect(log).toEqual([]);
    expect(await go(Generator)).toEqual([
      ['test'],
      [expect.stringMatching(/^TypeError: tearDown\(\) is not waited for: .* must be asyncTearDown\(\)$/)],
    ]);
  });
});

describe('contexts of a test case', () => {
  class Manager {
    async __aenter__() {
      log.push('enter');
      return 5;
    }

    async __aexit__(...args: unknown[]) {
      log.push(['async exit', ...args]);
      throw new asyncio.ValueError('exit');
    }

    __enter__() {
      log.push('enter');
      return 6;
    }

    __exit__(...args: unknown[]) {
      log.push(['exit', ...args]);
    }
  }

  test('are left as cleanups', async () => {
    class Enters extends Base {
      async test_it() {
        log.push(await this.enterAsyncContext(new Manager()));
        log.push(this.enterContext(new Manager()));
      }
    }
    await expect(go(Enters)).resolves.toEqual([
      [
        ...['setUp', 'asyncSetUp', 'enter', 5, 'enter', 6, 'asyncTearDown', 'tearDown'],
        ...[['exit', null, null, null], ['async exit', null, null, null], 'async c1', 'c0'],
      ],
      ['ValueError: exit'],
    ]);
  });

  test('may be disposables, and be entered in generator style', async () => {
    const asyncDisposable = {
      [Symbol.asyncDispose]: async () => {
        await asyncio.sleep(0);
        log.push('disposed, too');
      },
    };
    const disposable = { [Symbol.dispose]: () => log.push('disposed') as never };
    const lock = new asyncio.Lock();
    class Enters extends IsolatedAsyncioTestCase {
      *test_it() {
        yield* this.enterAsyncContext(lock);
        log.push((yield* this.enterAsyncContext(asyncDisposable)) === asyncDisposable);
        log.push(lock.locked(), this.enterContext(disposable) === disposable);
      }
    }
    await expect(go(Enters)).resolves.toEqual([[true, true, true, 'disposed', 'disposed, too'], []]);
    expect(lock.locked()).toBe(false);
  });

  test('are refused if they are none', async () => {
    class Enters extends IsolatedAsyncioTestCase {
      async test_it() {
        log.push(outcome(() => this.enterContext([] as never)));
        log.push(await settled(this.enterAsyncContext([] as never)));
      }
    }
    await expect(go(Enters)).resolves.toEqual([
      [
        'TypeError: [] does not support the context manager protocol',
        'TypeError: [] does not support the asynchronous context manager protocol',
      ],
      [],
    ]);
  });
});

describe('what a test leaves behind', () => {
  class Leaves extends IsolatedAsyncioTestCase {
    async test_it() {
      const stays = asyncio.coroutine(async () => {
        try {
          await asyncio.sleep(100);
        } finally {
          log.push('cancelled');
        }
      });
      asyncio.create_task(stays(), { name: 'left' });
      this.addCleanup(() => log.push('cleanup'));
      await asyncio.sleep(0);
    }
  }

  test('is cancelled after the cleanups, and is no failure, as in Python', async () => {
    await expect(go(Leaves)).resolves.toEqual([['cleanup', 'cancelled'], []]);
  });

  test('fails it on demand', async () => {
    class Checks extends Leaves {
      override check_leaks = true;
    }
    const error: unknown = await new Checks('test_it').run().catch((raised: unknown) => raised);
    if (!(error instanceof LeakError)) throw new Error(`no LeakError: ${asyncio.repr(error)}`);
    expect(error.leaks.map(({ kind }) => kind)).toEqual(['task']);
  });
});

describe('a test case', () => {
  class Timed extends IsolatedAsyncioTestCase {
    override loop_factory = VirtualTimeLoop;

    async test_it() {
      await asyncio.sleep(3600);
      log.push(asyncio.get_running_loop().time());
    }
  }

  test('runs on the loop that it is told, and can run again', async () => {
    const timed = new Timed('test_it');
    await timed.run();
    await timed.run();
    expect(log).toEqual([3600, 3600]);
  });

  test('refuses the name of no test, and has the repr of Python', () => {
    expect(outcome(() => new Timed('nope'))).toBe("ValueError: no such test method in <class 'Timed'>: nope");
    expect([asyncio.repr(new Timed()), String(new Timed('test_it'))]).toEqual([
      '<Timed testMethod=runTest>',
      '<Timed testMethod=test_it>',
    ]);
  });

  test('says by doCleanups whether nothing has gone wrong', async () => {
    class Cleans extends IsolatedAsyncioTestCase {
      override async doCleanups() {
        const passed = await super.doCleanups();
        log.push(passed);
        return passed;
      }

      async test_it() {
        this.addCleanup(() => log.push('cleanup'));
      }

      async test_fails() {
        zero();
      }
    }
    await go(Cleans);
    await settled(new Cleans('test_fails').run());
    expect(log).toEqual(['cleanup', true, false]);
  });
});

describe('register', () => {
  class Parent extends Base {
    async testB() {
      log.push('testB');
    }

    get test_no_method() {
      return log.length;
    }
  }
  class Child extends Parent {
    async test_a() {
      log.push('test_a');
    }

    async test() {
      zero();
    }
  }

  test('declares each method as a test, inherited ones too, in order', async () => {
    const declared: [name: string, body: () => Promise<void>][] = [];
    const groups: string[] = [];
    Child.register({
      describe: (name, body) => {
        groups.push(name);
        body();
      },
      // The wrapped `test` leaves these tests as they are: they have loops of their own.
      test: wrap_test((name: string, body: () => Promise<void>) => declared.push([name, body])),
    });
    expect([groups, declared.map(([name]) => name)]).toEqual([['Child'], ['test', 'testB', 'test_a']]);
    await expect(settled(declared[0]![1])).resolves.toBe('ZeroDivisionError: division by zero');
    log = [];
    await declared[2]![1]();
    expect(log).toEqual([...START, 'test_a', ...END]);
  });

  // Jest itself, by its globals.
  const ran: string[] = [];
  class Registered extends IsolatedAsyncioTestCase {
    override loop_factory = VirtualTimeLoop;

    async test_sleeps() {
      await asyncio.sleep(3600);
      ran.push('test_sleeps');
    }
  }
  Registered.register();

  test('has declared the tests in Jest', () => {
    expect(ran).toEqual(['test_sleeps']);
  });
});
