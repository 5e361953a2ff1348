/** `run`, `Runner` and `run_sync`; what is expected here was printed by CPython 3.14. */
import { spawn } from 'node:child_process';
import * as asyncio from 'asyncio-ts';
import { inEveryWay, virtualLoop } from '../support/styles';
import { failOnNoise, outcome, recordLogs, settled } from '../support/outcomes';
import { childProgram } from '../support/child';
import { attempts, scripts, steps } from '../support/scripts';

failOnNoise();

type Untyped = (...args: unknown[]) => unknown;
const virtual = { loop_factory: (): asyncio.BaseEventLoop => virtualLoop() };
const required = 'TypeError: An asyncio.Future, a coroutine or an awaitable is required';

/** An object with Python's protocol. */
const own = (): asyncio.HasAwait<string> => ({
  *__await__(): asyncio.Gen<string> {
    yield;
    return 'own';
  },
});

describe('the arguments of', () => {
  test('Runner are keywords', () => {
    const Runner = asyncio.Runner as unknown as new (...args: unknown[]) => asyncio.Runner;
    expect([() => new Runner(3), () => new Runner({ foo: 1 })].map(outcome)).toEqual([
      'TypeError: Runner.__init__() takes 1 positional argument but 2 were given',
      "TypeError: Runner.__init__() got an unexpected keyword argument 'foo'",
    ]);
  });

  test('run are checked before anything runs', async () => {
    const run = asyncio.run as Untyped;
    const coroutine = steps(() => 1);
    const texts = [
      await settled(() => run()),
      await settled(() => run(3)),
      await settled(() => run(null)),
      await settled(() => run(coroutine, { foo: 1 })),
      await settled(() => run(coroutine, true)),
    ];
    expect(texts).toEqual([
      "TypeError: run() missing 1 required positional argument: 'main'",
      required,
      required,
      "TypeError: run() got an unexpected keyword argument 'foo'",
      'TypeError: run() takes 1 positional argument but 2 were given',
    ]);
    expect(await asyncio.run(coroutine)).toBe(1);
  });

  test('run_sync are checked, too', () => {
    const run_sync = asyncio.run_sync as Untyped;
    const coroutine = steps(() => 1);
    const calls = [() => run_sync(), () => run_sync(3), () => run_sync(coroutine, { foo: 1 })];
    expect(calls.map(outcome)).toEqual([
      "TypeError: run_sync() missing 1 required positional argument: 'main'",
      required,
      "TypeError: run_sync() got an unexpected keyword argument 'foo'",
    ]);
    coroutine.close();
  });

  test('Runner.run are checked, and the runner stays usable', async () => {
    const runner = new asyncio.Runner(virtual);
    const run = runner.run.bind(runner) as Untyped;
    const coroutine = steps(() => 7);
    const texts = [
      await settled(() => run()),
      await settled(() => run(3)),
      await settled(() => run(coroutine, { foo: 1 })),
      await settled(() => run(coroutine, null)),
    ];
    expect(texts).toEqual([
      "TypeError: Runner.run() missing 1 required positional argument: 'coro'",
      required,
      "TypeError: Runner.run() got an unexpected keyword argument 'foo'",
      'TypeError: Runner.run() takes 2 positional arguments but 3 were given',
    ]);
    const future = runner.get_loop().create_future<string>();
    future.set_result('future');
    expect([
      await runner.run(coroutine),
      await runner.run(own()),
      await runner.run(future),
      await runner.run(() => steps(() => 'thunk')),
    ]).toEqual([7, 'own', 'future', 'thunk']);
    await runner.close();
  });
});

describe('a runner', () => {
  test('closes its loop, once, and then refuses everything', async () => {
    const runner = new asyncio.Runner(virtual);
    const loop = runner.get_loop();
    expect([runner.get_loop() === loop, loop.is_closed()]).toEqual([true, false]);
    await runner.close();
    await runner.close();
    expect(loop.is_closed()).toBe(true);
    const coroutine = steps(() => 1);
    expect([
      outcome(() => runner.get_loop()),
      outcome(() => runner.__enter__()),
      await settled(runner.run(coroutine)),
    ]).toEqual(Array(3).fill('RuntimeError: Runner is closed'));
    coroutine.close();
  });

  test('that was never used has nothing to close, and may be used afterwards', async () => {
    const runner = new asyncio.Runner(virtual);
    await runner.close();
    expect(await runner.run(steps(() => 5))).toBe(5);
    await runner.close();
  });

  test('sets the debug mode of its loop if it is told to', async () => {
    recordLogs();
    const modes: boolean[] = [];
    for (const debug of [true, false, null, undefined]) {
      const runner = new asyncio.Runner({ ...virtual, debug });
      modes.push(runner.get_loop().get_debug());
      await runner.close();
    }
    expect(modes).toEqual([true, false, false, false]);
  });

  test('has a context of its own for all its runs, unless another is given', async () => {
    const variable = new asyncio.contextvars.ContextVar('v', { default: 0 });
    const count = (): asyncio.Coroutine =>
      steps(
        () => variable.set(variable.get() + 1),
        () => variable.get(),
      );
    const runner = new asyncio.Runner(virtual);
    const given = asyncio.contextvars.copy_context();
    expect([
      await runner.run(count()),
      await runner.run(count()),
      await runner.run(count(), { context: given }),
      given.get(variable),
      await runner.run(count()),
      await runner.run(count(), { context: null }),
      variable.get(),
    ]).toEqual([1, 2, 1, 1, 3, 4, 0]);
    await runner.close();
  });

  test('makes its loop by the factory, a function or a class', async () => {
    class Own extends asyncio.BaseEventLoop {}
    const runner = new asyncio.Runner({ loop_factory: Own });
    expect(runner.get_loop()).toBeInstanceOf(Own);
    await runner.close();
    const failing = new asyncio.Runner({
      loop_factory: () => {
        throw new asyncio.ValueError('bf');
      },
    });
    expect(outcome(() => failing.get_loop())).toBe('ValueError: bf');
    expect(await settled(failing.close())).toBe('None');
  });

  test('may be used with async_with', async () => {
    const runner = new asyncio.Runner(virtual);
    expect(await runner.__aenter__()).toBe(runner);
    const loop = runner.get_loop();
    await runner.__aexit__(null, null, null);
    expect(loop.is_closed()).toBe(true);
    const disposed = new asyncio.Runner(virtual);
    const second = disposed.__enter__().get_loop();
    await disposed[Symbol.asyncDispose]();
    expect(second.is_closed()).toBe(true);
  });
});

inEveryWay('run', (kit) => {
  const { steps: run, attempts: tryAll } = scripts(kit, 'main');

  test('gives the result, or what was raised', async () => {
    const raise = (error: Error) => () => {
      throw error;
    };
    expect([
      await settled(kit.run(run(() => asyncio.sleep(1, 'slept')))),
      await settled(kit.run(run(raise(new asyncio.ValueError('main'))))),
      await settled(kit.run(run(raise(new asyncio.CancelledError('self'))))),
      await settled(
        kit.run(
          run(
            () => asyncio.current_task()?.cancel('cc'),
            () => asyncio.sleep(0),
          ),
        ),
      ),
    ]).toEqual(["'slept'", 'ValueError: main', 'CancelledError: self', 'CancelledError: cc']);
  });

  test('raises what Node can show, also if it was made without a stack', async () => {
    const error: unknown = await asyncio
      .run(asyncio.coroutine(() => Promise.reject(new asyncio.CancelledError('enough')))())
      .catch((reason: unknown) => reason);
    expect(Object.getOwnPropertyDescriptor(error, 'stack')?.value).toMatch(/^CancelledError: enough/);
  });

  test('cancels what is left and waits for it, reports what fails, closes asynchronous generators', async () => {
    const order: string[] = [];
    const left = kit.coroutine(
      async () => {
        try {
          await asyncio.sleep(100);
        } catch (error) {
          order.push('cancelled');
          await asyncio.sleep(1);
          order.push('cleaned');
          throw error;
        }
      },
      function* () {
        try {
          yield* asyncio.sleep(100);
        } catch (error) {
          order.push('cancelled');
          yield* asyncio.sleep(1);
          order.push('cleaned');
          throw error;
        }
      },
    );
    const failing = kit.coroutine(
      async () => {
        try {
          await asyncio.sleep(100);
        } catch {
          throw new asyncio.ValueError('left');
        }
      },
      function* () {
        try {
          yield* asyncio.sleep(100);
        } catch {
          throw new asyncio.ValueError('left');
        }
      },
    );
    const generator = asyncio.asyncgen(function* () {
      try {
        yield* asyncio.yield_(1);
      } finally {
        order.push('generator closed');
        yield* asyncio.sleep(0);
        order.push('generator has awaited');
      }
    })();
    const main = run(
      () =>
        asyncio
          .get_running_loop()
          .set_exception_handler((_loop, context) =>
            order.push(`${context.message ?? ''} ${asyncio.repr(context.exception)}`),
          ),
      () => void asyncio.create_task(left()),
      () => void asyncio.create_task(failing()),
      () => void asyncio.create_task(tryAll(() => asyncio.sleep(100))),
      () => asyncio.sleep(0),
      () => generator.__anext__(),
      () => 'main',
    );
    expect(await kit.run(main)).toBe('main');
    expect(order).toEqual([
      'cancelled',
      'cleaned',
      "unhandled exception during asyncio.run() shutdown ValueError('left')",
      'generator closed',
      'generator has awaited',
    ]);
  });

  test('does not wait for what starts while it cancels; an eager task has had its first step', async () => {
    const order: string[] = [];
    const starting = kit.coroutine(
      async () => {
        try {
          await asyncio.sleep(100);
        } finally {
          order.push('starts');
          asyncio.create_task(
            run(
              () => order.push('late'),
              () => asyncio.sleep(1),
              () => order.push('not reached'),
            ),
          );
          order.push('started');
        }
      },
      function* () {
        try {
          yield* asyncio.sleep(100);
        } finally {
          order.push('starts');
          asyncio.create_task(
            run(
              () => order.push('late'),
              () => asyncio.sleep(1),
              () => order.push('not reached'),
            ),
          );
          order.push('started');
        }
      },
    );
    const reports: unknown[] = [];
    await kit.run(
      run(
        () => asyncio.get_running_loop().set_exception_handler((_loop, { message }) => reports.push(message)),
        () => void asyncio.create_task(starting()),
        () => asyncio.sleep(0),
      ),
    );
    expect(order).toEqual(kit.eager ? ['starts', 'late', 'started'] : ['starts', 'started', 'late']);
    expect(reports).toEqual(['Task was destroyed but it is pending!']);
  });

  test('leaves no loop behind', async () => {
    const loop = await kit.run(run(() => asyncio.get_running_loop()));
    expect((loop as asyncio.BaseEventLoop).is_closed()).toBe(true);
    expect([outcome(asyncio.get_running_loop), outcome(asyncio.get_event_loop)]).toEqual([
      'RuntimeError: no running event loop',
      "RuntimeError: There is no current event loop in thread 'MainThread'.",
    ]);
  });

  test('is refused inside a running loop, and so are the other ways to run', async () => {
    const [first, second, third] = [steps(() => 1), steps(() => 2), steps(() => 3)] as const;
    const runner = new asyncio.Runner(virtual);
    const texts = await kit.run(
      tryAll(
        () => asyncio.run(first),
        () => runner.run(second),
        () => asyncio.run_sync(third),
        () => asyncio.repr(runner.get_loop()),
      ),
    );
    expect(texts).toEqual([
      'RuntimeError: asyncio.run() cannot be called from a running event loop',
      'RuntimeError: Runner.run() cannot be called from a running event loop',
      'RuntimeError: asyncio.run_sync() cannot be called from a running event loop',
      "'<BaseEventLoop running=False closed=False debug=False>'",
    ]);
    await runner.close();
    for (const coroutine of [first, second, third]) coroutine.close();
  });

  test('works with an eager task factory', async () => {
    const loop = kit.loop();
    loop.set_task_factory(asyncio.eager_task_factory);
    const name = await asyncio.run(
      run(() => asyncio.current_task()?.get_coro()?.__name__),
      { loop_factory: () => loop },
    );
    expect(name).toBe('main');
  });
});

describe('run of a plain async function', () => {
  test('makes a task of it from its first await on', async () => {
    const main = async (): Promise<unknown[]> => {
      await asyncio.sleep(0.001);
      const task = asyncio.current_task();
      const child = await asyncio.create_task(asyncio.sleep(0.001, 'child'));
      return [task === asyncio.current_task(), child, asyncio.get_running_loop().is_running()];
    };
    expect(await asyncio.run(main())).toEqual([true, 'child', true]);
    expect(await asyncio.run(main)).toEqual([true, 'child', true]);
  });

  test('that awaits a foreign promise first, and then sleeps', async () => {
    const main = async (): Promise<string> => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return await asyncio.sleep(0.001, 'slept');
    };
    expect(await asyncio.run(main())).toBe('slept');
    expect(await asyncio.run(main)).toBe('slept');
  });

  test('several of them may be run in the same turn', async () => {
    const seen: string[] = [];
    const main = async (name: string): Promise<string> => {
      seen.push(`${name} begins`);
      await asyncio.sleep(0.001);
      const task = asyncio.current_task();
      seen.push(name);
      await asyncio.sleep(0.001);
      if (asyncio.current_task() !== task) seen.push('wrong task');
      return name;
    };
    const runs = ['a', 'b', 'c'].map((name) => asyncio.run(main(name)));
    expect(await Promise.all(runs)).toEqual(['a', 'b', 'c']);
    expect(seen.slice(0, 3)).toEqual(['a begins', 'b begins', 'c begins']);
    expect(seen.slice(3).sort()).toEqual(['a', 'b', 'c']);
  });

  test('that raises rejects', async () => {
    const main = async (): Promise<void> => {
      await asyncio.sleep(0);
      throw new asyncio.ValueError('plain');
    };
    expect(await settled(asyncio.run(main()))).toBe('ValueError: plain');
    const early = async (): Promise<void> => {
      throw new asyncio.ValueError('early');
    };
    expect(await settled(asyncio.run(early()))).toBe('ValueError: early');
  });

  test('that makes tasks before its first await learns what to write', async () => {
    const made: asyncio.Coroutine[] = [];
    const main = async (): Promise<void> => {
      const coroutine = asyncio.sleep(0);
      made.push(coroutine);
      asyncio.create_task(coroutine);
    };
    expect(await settled(asyncio.run(main()))).toMatch(/^RuntimeError: no running event loop/);
    made[0]?.close();
    expect(await settled(asyncio.run(main))).toBe('None');
  });
});

describe('run_sync', () => {
  test('blocks until the program has ended, and really sleeps', () => {
    const began = performance.now();
    const result = asyncio.run_sync(
      steps(
        () => asyncio.sleep(0.02),
        () => asyncio.gather(asyncio.sleep(0.01, 'a'), asyncio.sleep(0, 'b')),
      ),
    );
    expect(result).toEqual(['a', 'b']);
    expect(performance.now() - began).toBeGreaterThanOrEqual(29);
  });

  test('takes a function, raises what was raised, and cleans up', () => {
    const order: string[] = [];
    const left = asyncio.coroutine(function* () {
      try {
        yield* asyncio.sleep(100);
      } finally {
        yield* asyncio.sleep(1);
        order.push('cleaned');
      }
    });
    const main = asyncio.coroutine(function* () {
      asyncio.create_task(left());
      yield* asyncio.sleep(0);
      throw new asyncio.ValueError('sync');
    });
    let loop: asyncio.BaseEventLoop | null = null;
    expect(outcome(() => asyncio.run_sync(main, { loop_factory: () => (loop = virtualLoop()) }))).toBe(
      'ValueError: sync',
    );
    expect(order).toEqual(['cleaned']);
    expect((loop as asyncio.BaseEventLoop | null)?.is_closed()).toBe(true);
    expect(outcome(asyncio.get_event_loop)).toMatch(/^RuntimeError: There is no current event loop/);
  });

  test('refuses what needs the host', () => {
    recordLogs();
    expect(outcome(() => asyncio.run_sync(asyncio.coroutine(async () => 1)))).toMatch(
      /^RuntimeError: the program needs a native async body to go on/,
    );
    expect(outcome(() => asyncio.run_sync(steps(() => asyncio.wrap_future(Promise.resolve(1)))))).toMatch(
      /^RuntimeError: the program needs something outside of the loop to go on/,
    );
  });
});

/** Runs a program in a process of its own; sends it SIGINT each time it says so. */
async function inChild(source: string): Promise<{ output: string[]; code: number | null; signal: string | null }> {
  const child = spawn(process.execPath, [childProgram(source)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let interrupts = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    for (; interrupts < output.split('interrupt me\n').length - 1; interrupts++) child.kill('SIGINT');
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (...end) => {
      resolve(end);
    }),
  );
  return { output: output.split('\n').filter((line) => line !== '' && line !== 'interrupt me'), code, signal };
}

describe('Ctrl-C', () => {
  const report = `(result) => console.log('result', result), (error) => console.log(asyncio.repr(error))`;
  const wait = `console.log('interrupt me'); await asyncio.sleep(60);`;

  test('raises KeyboardInterrupt only if the cancellation left main', async () => {
    const { output, code } = await inChild(`
      const caught = (then) => asyncio.coroutine(async () => {
        try { ${wait} } catch (error) { console.log(asyncio.repr(error), asyncio.current_task().cancelling()); return then(error); }
      });
      (async () => {
        await asyncio.run(caught((error) => { throw error; })).then(${report});
        await asyncio.run(caught(() => 'swallowed')).then(${report});
        await asyncio.run(caught(() => { throw new asyncio.ValueError('instead'); })).then(${report});
        await asyncio.run(asyncio.coroutine(async () => {
          asyncio.current_task().cancel();
          await asyncio.sleep(60);
        })).then(${report});
        const runner = new asyncio.Runner();
        await runner.run(asyncio.coroutine(async () => { ${wait} })()).then(${report});
        await runner.run(asyncio.sleep(0, 'again')).then(${report});
        await runner.close();
        console.log(process.listenerCount('SIGINT'));
      })();`);
    expect(output).toEqual([
      'CancelledError() 1',
      'KeyboardInterrupt()',
      'CancelledError() 1',
      'result swallowed',
      'CancelledError() 1',
      "ValueError('instead')",
      'CancelledError()',
      'KeyboardInterrupt()',
      'result again',
      '0',
    ]);
    expect(code).toBe(0);
  });

  test('a second time ends the run at once', async () => {
    const { output, code } = await inChild(`
      asyncio.run(asyncio.coroutine(async () => {
        for (const time of ['first', 'second']) {
          try { ${wait} } catch (error) { console.log(time, asyncio.repr(error)); }
        }
      })).then(${report});`);
    expect(output).toEqual(['first CancelledError()', 'second CancelledError()', 'KeyboardInterrupt()']);
    expect(code).toBe(0);
  });

  test('reaches a generator, and a program that is busy with callbacks', async () => {
    const { output } = await inChild(`
      asyncio.run(asyncio.coroutine(function* () {
        const loop = asyncio.get_running_loop();
        const again = () => loop.call_soon(again);
        again();
        console.log('interrupt me');
        yield* asyncio.sleep(60);
      })).then(${report});`);
    expect(output).toEqual(['KeyboardInterrupt()']);
  });

  test('is left to the program that listens itself', async () => {
    const { output, code } = await inChild(`
      setInterval(() => undefined, 1000);
      const heard = new Promise((resolve) => process.on('SIGINT', () => { console.log('own'); resolve('done'); }));
      asyncio.run(asyncio.coroutine(async () => {
        console.log('interrupt me');
        return await asyncio.wrap_future(heard);
      })).then(${report}).then(() => process.exit(0));`);
    expect(output).toEqual(['own', 'result done']);
    expect(code).toBe(0);
  });

  test('kills a program that blocks', async () => {
    const { output, code, signal } = await inChild(`
      require('node:fs').writeSync(1, 'interrupt me\\n');
      asyncio.run_sync(asyncio.coroutine(function* () { yield* asyncio.sleep(60); }));
      console.log('not reached');`);
    expect([output, code, signal]).toEqual([[], null, 'SIGINT']);
  });
});

describe('KeyboardInterrupt and SystemExit', () => {
  test('that nobody catches end the process with an error', async () => {
    const child = spawn(
      process.execPath,
      [
        childProgram(
          `asyncio.run(asyncio.coroutine(async () => { await asyncio.sleep(0); throw new asyncio.SystemExit(3); }));`,
        ),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).not.toBe(0);
    expect(errors).toContain('SystemExit');
  });
});

test('what a run leaves in a future of a closed loop hurts nobody', async () => {
  const promise = new Promise((resolve) => setTimeout(resolve, 5));
  const texts = await asyncio.run(
    attempts(() => void asyncio.create_task(steps(() => promise))),
    virtual,
  );
  await promise;
  expect(texts).toEqual(['None']);
});
