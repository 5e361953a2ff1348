/**
 * Bodies in generator style that wait deep within others are resumed by themselves. Nobody must be able to tell: what is
 * expected is what CPython 3.13 said.
 */
import * as asyncio from 'asyncio-ts';
import { errorText, outcome } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

const { getcoroutinestate } = asyncio.inspect;

interface Bodies {
  leaf: asyncio.Coroutine<string>;
  mid: asyncio.Coroutine<string>;
  root: asyncio.Coroutine<string>;
}
const bodies = {} as Bodies;

/** Runs `main` on virtual time. */
function run<T>(main: () => Generator<unknown, T, never>, debug = false): Promise<T> {
  return asyncio.run(asyncio.coroutine(main)(), { debug, loop_factory: () => virtualLoop(debug) });
}

/** Gives up so many turns, and calls something then. */
const leaf = asyncio.coroutine(function* leaf(turns: number, then: () => void = () => undefined) {
  for (let turn = 0; turn < turns; turn++) yield* asyncio.sleep(0);
  then();
  return 'leaf';
});
const mid = asyncio.coroutine(function* mid(turns: number, then?: () => void) {
  bodies.leaf = leaf(turns, then);
  return yield* bodies.leaf;
});
const inner = asyncio.coroutine(function* inner(turns: number, then?: () => void) {
  bodies.mid = mid(turns, then);
  return yield* bodies.mid;
});
const root = asyncio.coroutine(function* root(turns: number, then?: () => void) {
  const result = yield* inner(turns, then);
  yield* asyncio.sleep(0);
  return result;
});

const ended = asyncio.coroutine(function* (task: asyncio.Task<unknown>) {
  try {
    return yield* task;
  } catch (error) {
    return errorText(error);
  }
});

const begun = asyncio.coroutine(function* (turns: number) {
  const task = asyncio.create_task(root(turns));
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  return task;
});

const BUSY = 'ValueError: coroutine already executing';
const REUSED = 'RuntimeError: cannot reuse already awaited coroutine';

describe('while the innermost executes', () => {
  test.each([false, true])('those around it execute as well (debug %s)', async (debug) => {
    const seen: unknown[] = [];
    const look = (): void => {
      for (const body of [bodies.root, bodies.mid, bodies.leaf]) {
        seen.push(getcoroutinestate(body), body.cr_running, body.cr_suspended, body.cr_await);
        seen.push(
          outcome(() => body.send(null)),
          outcome(() => body.throw(new asyncio.KeyError('x'))),
        );
        seen.push(outcome(() => body.close()));
      }
    };
    await run(function* () {
      bodies.root = root(2, look);
      return yield* asyncio.create_task(bodies.root);
    }, debug);
    const each = ['CORO_RUNNING', true, false, null, BUSY, BUSY, BUSY];
    expect(seen).toEqual([...each, ...each, ...each]);
    expect(getcoroutinestate(bodies.mid)).toBe('CORO_CLOSED');
  });

  test('the call graph has all of them', async () => {
    let graph: asyncio.FutureCallGraph | null = null;
    await run(function* () {
      return yield* asyncio.create_task(root(2, () => void (graph = asyncio.capture_call_graph())));
    });
    const names = (graph as asyncio.FutureCallGraph | null)?.call_stack.map(({ frame }) => frame.name) ?? [];
    expect(names.slice(-4)).toEqual(['leaf', 'mid', 'inner', 'root']);
    expect(names.filter((name) => name === 'mid')).toHaveLength(1);
  });

  test('in debug mode the stack of an error has those around', async () => {
    let stack = '';
    const remember = (): void => void (stack = new Error('here').stack ?? '');
    await run(function* () {
      return yield* asyncio.create_task(root(2, remember));
    }, true);
    expect(stack).toMatch(/\bleaf\b[^]*\bmid\b/);
  });
});

describe('stepped by hand while its task waits', () => {
  test('what moves goes on from there', async () => {
    const seen = await run(function* () {
      const task = yield* begun(5);
      return [bodies.mid.send(null), bodies.leaf.send(null), yield* ended(task)];
    });
    expect(seen).toEqual([null, null, 'leaf']);
  });

  test('the task finds out that the innermost was closed', async () => {
    const seen = await run(function* () {
      const task = yield* begun(5);
      bodies.leaf.close();
      return [getcoroutinestate(bodies.leaf), getcoroutinestate(bodies.mid), yield* ended(task)];
    });
    expect(seen).toEqual(['CORO_CLOSED', 'CORO_SUSPENDED', REUSED]);
  });

  test('… that it has ended', async () => {
    const seen = await run(function* () {
      const task = yield* begun(3);
      const last = [1, 2, 3].map(() => outcome(() => bodies.leaf.send(null))).find((text) => text !== 'None');
      return [last, getcoroutinestate(bodies.mid), yield* ended(task)];
    });
    expect(seen[0]).toMatch(/^StopIteration/);
    expect(seen.slice(1)).toEqual(['CORO_SUSPENDED', REUSED]);
  });

  test('… that one in between has ended', async () => {
    const seen = await run(function* () {
      const task = yield* begun(5);
      const thrown = outcome(() => bodies.mid.throw(new asyncio.KeyError('k')));
      return [thrown, getcoroutinestate(bodies.leaf), getcoroutinestate(bodies.mid), yield* ended(task)];
    });
    expect(seen).toEqual(["KeyError: 'k'", 'CORO_CLOSED', 'CORO_CLOSED', REUSED]);
  });

  test('a wait that is seen by nobody’s task leaves no trace in who steps', async () => {
    const seen = await run(function* () {
      const stepped = asyncio.coroutine(function* () {
        const other = mid(3);
        other.send(null);
        yield* asyncio.get_running_loop().create_task(leaf(1));
        other.close();
        return 'done';
      });
      const outer = asyncio.coroutine(function* () {
        return yield* stepped();
      });
      return yield* asyncio.create_task(outer());
    });
    expect(seen).toBe('done');
  });
});

/** An awaitable that watches each step of a coroutine. */
class Watch {
  readonly steps: string[] = [];
  readonly #coroutine: asyncio.Coroutine<string>;

  constructor(coroutine: asyncio.Coroutine<string>) {
    this.#coroutine = coroutine;
  }

  *__await__(): Generator<unknown, string, unknown> {
    const iterator = this.#coroutine.__await__();
    for (;;) {
      const result = iterator.next();
      if (result.done === true) return result.value;
      this.steps.push('step');
      yield result.value;
    }
  }
}

test('who drives a coroutine by __await__ sees each of its steps', async () => {
  const seen = await run(function* () {
    const watch = new Watch(inner(3));
    const watched = asyncio.coroutine(function* () {
      return yield* asyncio.await_(watch);
    });
    const outer = asyncio.coroutine(function* () {
      return yield* watched();
    });
    return [yield* asyncio.create_task(outer()), watch.steps];
  });
  expect(seen).toEqual(['leaf', ['step', 'step', 'step']]);
});

describe('errors', () => {
  const fails = asyncio.coroutine(function* () {
    yield* leaf(2);
    throw new asyncio.ValueError('v');
  });
  const passes = asyncio.coroutine(function* () {
    return yield* fails();
  });
  const passesToo = asyncio.coroutine(function* () {
    return yield* passes();
  });

  test('reach the body that catches them, which may wait again', async () => {
    const catches = asyncio.coroutine(function* () {
      try {
        return yield* passesToo();
      } catch (error) {
        return [errorText(error), yield* inner(2)];
      }
    });
    const around = asyncio.coroutine(function* () {
      return yield* catches();
    });
    const seen = await run(function* () {
      return yield* asyncio.create_task(around());
    });
    expect(seen).toEqual(['ValueError: v', 'leaf']);
  });

  test('a cancellation passes all bodies, from the innermost outwards', async () => {
    const order: string[] = [];
    const guarded = (name: string, work: () => asyncio.Coroutine<unknown>): asyncio.Coroutine<unknown> =>
      asyncio.coroutine(function* () {
        try {
          return yield* work();
        } finally {
          order.push(name);
        }
      })();
    const seen = await run(function* () {
      const task = asyncio.create_task(guarded('a', () => guarded('b', () => guarded('c', () => leaf(9)))));
      for (let turn = 0; turn < 3; turn++) yield* asyncio.sleep(0);
      task.cancel();
      return yield* ended(task);
    });
    expect([seen, order]).toEqual(['CancelledError', ['c', 'b', 'a']]);
  });

  test('an error that is left when all have ended is the task’s', async () => {
    const seen = await run(function* () {
      return yield* ended(asyncio.create_task(passesToo()));
    });
    expect(seen).toBe('ValueError: v');
  });
});

test('a result passes many levels', async () => {
  type Level = (depth: number) => asyncio.Coroutine<number>;
  const level: Level = asyncio.coroutine(function* (depth: number): Generator<unknown, number, unknown> {
    if (depth > 0) return 1 + (yield* level(depth - 1));
    yield* asyncio.sleep(0);
    yield* asyncio.sleep(0);
    return 0;
  });
  const seen = await run(function* () {
    return yield* asyncio.create_task(level(500));
  });
  expect(seen).toBe(500);
});
