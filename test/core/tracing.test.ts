/** `asyncio.debug.trace()`: each kind of record, and how traces begin and end. */
import * as asyncio from 'asyncio-ts';
import { spawnSync } from 'node:child_process';
import { watching } from '#asyncio/core/common/observer';
import { childProgram } from '../support/child';
import { calling, failOnNoise } from '../support/outcomes';
import { collectReports, inEveryWay, virtualLoop } from '../support/styles';

type Event = asyncio.debug.TraceEvent;
type Type = Event['type'];
type Of<T extends Type> = Extract<Event, { readonly type: T }>;

failOnNoise();

afterEach(() => {
  // Off means off: no test leaves somebody who watches.
  if (watching.observer !== null) throw new Error('a trace is still active');
});

const { coroutine, debug } = asyncio;

/** The records of a type. */
function of<T extends Type>(trace: asyncio.debug.Trace, type: T): Of<T>[] {
  return trace.events.filter((event): event is Of<T> => event.type === type);
}

/** The names of tasks, by their numbers. */
function namesIn(trace: asyncio.debug.Trace): string[] {
  const names: string[] = [];
  for (const event of trace.events) {
    if (event.type === 'task_created' || event.type === 'task_seen') names[event.task] = event.name;
  }
  return names;
}

/** Runs a program on virtual time with a trace around it. */
async function traced(
  main: () => asyncio.Coroutine<unknown>,
  loop = virtualLoop(),
): Promise<{ trace: asyncio.debug.Trace; names: string[] }> {
  const trace = debug.trace();
  try {
    await loop.run_until_complete(loop.create_task(main(), { name: 'main' }));
  } finally {
    trace.stop();
    loop.close();
  }
  return { trace, names: namesIn(trace) };
}

const sleeper = coroutine(function* sleeper(delay: number) {
  yield* asyncio.sleep(delay);
  return delay;
});

/** Starts a task by the name and lets it come to its first wait. */
function* started(name: string, body: asyncio.Coroutine<unknown>): asyncio.Gen<asyncio.Task<unknown>> {
  const task = asyncio.create_task(body, { name });
  yield* asyncio.sleep(0);
  return task;
}

const ended = coroutine(function* (...tasks: asyncio.Task<unknown>[]) {
  yield* asyncio.wait(tasks);
});

describe('the frame of a trace', () => {
  test('records have numbers without gaps, the time, the loop and the turn', async () => {
    const { trace } = await traced(() => sleeper(2));
    expect(trace.events.map(({ seq }) => seq)).toEqual(trace.events.map((_, index) => index + 1));
    expect(new Set(trace.events.map(({ loop }) => loop))).toEqual(new Set([1]));
    expect([trace.events[0]?.time, trace.events.at(-1)?.time]).toEqual([0, 2]);
    const turns = of(trace, 'turn_begins').map(({ turn }) => turn);
    expect(turns).toEqual(turns.map((_, index) => index + 1));
    expect(trace.events[0]?.turn).toBe(0);
  });

  test('what begins ends, each within the other', async () => {
    const { trace } = await traced(
      coroutine(async function main() {
        await asyncio.gather(sleeper(1), sleeper(0), sleeper(1));
        await asyncio.sleep(0);
      }),
    );
    const open: string[] = [];
    for (const { type } of trace.events) {
      const [what, verb] = type.split('_');
      if (verb === 'begins') open.push(what as string);
      else if (verb === 'ends') expect(open.pop()).toBe(what);
    }
    expect(open).toEqual([]);
  });

  test('is data: JSON gives the same back', async () => {
    const loop = virtualLoop();
    loop.call_at(Infinity, () => undefined);
    const { trace } = await traced(() => sleeper(1), loop);
    expect(JSON.parse(JSON.stringify(trace.events))).toEqual(trace.events);
  });

  test('a loop begins to run, and ends as it was stopped or by an error', async () => {
    const { trace } = await traced(() => sleeper(0));
    expect(of(trace, 'loop_begins')).toHaveLength(1);
    expect(of(trace, 'loop_ends').map(({ exception }) => exception)).toEqual([null]);

    const loop = virtualLoop();
    const failing = debug.trace();
    loop.call_soon(() => {
      throw new asyncio.SystemExit(3);
    });
    await expect(loop.run_forever()).rejects.toThrow(asyncio.SystemExit);
    failing.stop();
    loop.close();
    const types = failing.events.slice(-3).map(({ type }) => type);
    expect(types).toEqual(['handle_ends', 'turn_ends', 'loop_ends']);
    expect(of(failing, 'loop_ends')[0]?.exception).toBe('SystemExit(3)');
  });

  test('is the same where a run blocks', () => {
    const loop = virtualLoop();
    const trace = debug.trace();
    loop.run_until_complete_sync(sleeper(1));
    trace.stop();
    loop.close();
    expect(trace.events[0]?.type).toBe('task_created');
    expect(trace.events.at(-1)).toMatchObject({ type: 'loop_ends', exception: null, time: 1 });
  });
});

describe('turns and handles', () => {
  test('a turn tells what is ready, in order, and which timers wait', async () => {
    const loop = virtualLoop();
    loop.call_later(5, function later() {});
    loop.call_soon(function first() {});
    loop.call_soon(function cancelled() {}).cancel();
    const { trace } = await traced(() => sleeper(1), loop);
    const [turn] = of(trace, 'turn_begins');
    expect(turn?.ready.map(({ kind, name }) => [kind, name])).toEqual([
      ['callback', 'first'],
      ['step', 'main'],
    ]);
    expect([turn?.timers, turn?.next_deadline]).toEqual([1, 5]);
    const due = of(trace, 'turn_begins').find(({ ready }) => ready.some(({ kind }) => kind === 'timer'));
    expect(due).toMatchObject({ time: 1, ready: [{ name: '_set_result_unless_cancelled' }] });
  });

  test('a handle is told when it is scheduled, and by whom', async () => {
    const { trace } = await traced(
      coroutine(function* main() {
        const loop = asyncio.get_running_loop();
        loop.call_soon(function outer() {
          loop.call_later(1, function inner() {});
        });
        yield* asyncio.sleep(2);
      }),
    );
    const scheduled = of(trace, 'handle_scheduled');
    const outer = scheduled.find(({ name }) => name === 'outer');
    const inner = scheduled.find(({ name }) => name === 'inner');
    expect(outer).toMatchObject({ kind: 'callback', when: null, by: { task: 1, handle: 1 } });
    expect(inner).toMatchObject({ kind: 'timer', when: 1, by: { task: null, handle: outer?.handle } });
    expect(scheduled[0]).toMatchObject({ kind: 'step', name: 'main', task: 1, by: null });
  });

  test('it has the same number in the queue, as it begins and as it ends', async () => {
    const { trace } = await traced(() => sleeper(1));
    const scheduled = of(trace, 'handle_scheduled').map(({ handle }) => handle);
    expect(new Set(scheduled).size).toBe(scheduled.length);
    const queued = of(trace, 'turn_begins').flatMap(({ ready }) => ready.map(({ handle }) => handle));
    expect(queued).toEqual(of(trace, 'handle_begins').map(({ handle }) => handle));
    expect(queued).toEqual(of(trace, 'handle_ends').map(({ handle }) => handle));
    expect([...queued].sort()).toEqual([...scheduled].sort());
  });

  test('a cancelled handle is told of, unless it has run', async () => {
    const { trace } = await traced(
      coroutine(function* main() {
        const loop = asyncio.get_running_loop();
        const soon = loop.call_soon(() => undefined);
        const later = loop.call_later(9, () => undefined);
        const run = loop.call_soon(() => undefined);
        soon.cancel();
        yield* asyncio.sleep(0);
        later.cancel();
        run.cancel();
      }),
    );
    const cancelled = of(trace, 'handle_cancelled');
    const scheduled = of(trace, 'handle_scheduled').filter(({ kind }) => kind !== 'step');
    expect(cancelled.map(({ handle }) => handle)).toEqual(scheduled.slice(0, 2).map(({ handle }) => handle));
    expect(cancelled[0]?.by).toEqual({ task: 1, handle: 1 });
  });

  test('a callback names the future or task that it is told about', async () => {
    const { trace } = await traced(
      coroutine(function* main() {
        const task = yield* started('child', sleeper(0));
        task.add_done_callback(function done() {});
        yield* task;
        yield* asyncio.sleep(0);
      }),
    );
    const callback = of(trace, 'handle_begins').find(({ name }) => name === 'done');
    expect(callback).toMatchObject({ kind: 'callback', task: 2, future: null });
  });

  test('a loop with a call_soon of its own shows steps as well', async () => {
    class Own extends asyncio.BaseEventLoop {
      override call_soon(callback: asyncio.Callback, ...args: unknown[]): asyncio.Handle {
        return super.call_soon(callback, ...args);
      }
    }
    const usual = await traced(() => sleeper(1));
    const own = await traced(() => sleeper(1), new Own({ host: new asyncio.VirtualHost() }));
    expect(own.trace.events).toEqual(usual.trace.events);
  });
});

inEveryWay('the life of a task', (kit) => {
  const child = kit.coroutine(
    async () => {
      await asyncio.sleep(1);
    },
    function* () {
      yield* asyncio.sleep(1);
    },
    'child',
  );

  test('is told from its making to its end', async () => {
    const main = kit.coroutine(
      async () => {
        await asyncio.create_task(child(), { name: 'a child' });
      },
      function* () {
        yield* asyncio.create_task(child(), { name: 'a child' });
      },
      'main',
    );
    const trace = debug.trace();
    await kit.run(main());
    trace.stop();
    const number = namesIn(trace).indexOf('a child');
    const life = trace.events.filter(
      (event) => 'task' in event && event.task === number && !event.type.startsWith('h'),
    );
    expect(life.map(({ type }) => type)).toEqual([
      'task_created',
      'step_begins',
      'task_waits',
      'step_ends',
      'task_woken',
      'step_begins',
      'task_done',
      'step_ends',
    ]);
    expect(life[0]).toMatchObject({ coro: 'child', by: { task: 1 } });
    const [waits] = of(trace, 'task_waits').filter(({ task }) => task === number);
    expect(waits).toMatchObject({ chain: ['child', 'sleep'], waits_for: { kind: 'sleep', until: 1, text: 'sleep' } });
    const woken = life[4] as Of<'task_woken'>;
    const timer = of(trace, 'handle_begins').find(({ kind }) => kind === 'timer');
    expect(woken).toMatchObject({
      future: waits?.waits_for.future,
      awaited_task: null,
      by: { task: null, handle: timer?.handle },
    });
    expect((life[5] as Of<'step_begins'>).handle).toBe(woken.handle);
    expect(life[6]).toMatchObject({ outcome: 'result', exception: null });
    const parent = of(trace, 'task_woken').at(-1);
    expect(parent).toMatchObject({ task: 1, future: null, awaited_task: number, by: { task: number } });
  });

  test('says where, in debug mode', async () => {
    const trace = debug.trace();
    await kit.run(child());
    trace.stop();
    const where = of(trace, 'task_waits').map((event) => event.where);
    if (kit.debug) expect(where).toEqual([expect.stringMatching(/tracing\.test\.ts:\d+$/)]);
    else expect(where).toEqual([null]);
  });
});

describe('what a task waits for', () => {
  const waits = async (main: () => asyncio.Coroutine<unknown>): Promise<Of<'task_waits'>[]> => {
    const { trace } = await traced(main);
    return of(trace, 'task_waits').filter(({ task }) => task === 1);
  };

  test('a turn, a task, a gather, a shield and a future are told apart', async () => {
    const all = await waits(
      coroutine(function* main() {
        yield* asyncio.sleep(0);
        yield* asyncio.create_task(sleeper(1), { name: 'one' });
        yield* asyncio.gather(sleeper(1), sleeper(2));
        yield* asyncio.shield(asyncio.create_task(sleeper(1), { name: 'inner' }));
        const future = asyncio.get_running_loop().create_future<null>();
        asyncio.get_running_loop().call_later(1, () => future.set_result(null));
        yield* asyncio.shield(future);
        const other = asyncio.get_running_loop().create_future<null>();
        asyncio.get_running_loop().call_later(1, () => other.set_result(null));
        yield* other;
      }),
    );
    expect(all.map(({ waits_for: { kind, text, tasks } }) => [kind, text, tasks])).toEqual([
      ['turn', 'the next turn', []],
      ['task', 'one', [2]],
      ['gather', 'gather of 2', [3, 4]],
      ['shield', 'shield of inner', [5]],
      ['shield', 'shield', []],
      ['future', 'Future', []],
    ]);
  });

  test('the chain names the coroutines in between', async () => {
    const queue = new asyncio.Queue<number>();
    const inner = coroutine(function* inner() {
      return yield* queue.get();
    });
    const [first] = await waits(
      coroutine(async function main() {
        asyncio.get_running_loop().call_later(1, () => void queue.put_nowait(1));
        await inner();
      }),
    );
    expect(first?.chain).toEqual(['main', 'inner', 'Queue.get']);
  });

  test('a promise of the host: the step after it has no handle', async () => {
    const { trace } = await traced(
      coroutine(async function main() {
        await new Promise((resolve) => setTimeout(resolve, 1));
        await asyncio.sleep(0);
      }),
    );
    const [promise] = of(trace, 'task_waits');
    expect(promise?.waits_for).toMatchObject({ kind: 'promise', future: null, text: 'a promise' });
    const steps = of(trace, 'step_begins');
    expect(steps.map(({ handle }) => handle === null)).toEqual([false, true, false]);
    expect(of(trace, 'step_ends')).toHaveLength(3);
  });

  test('in every style a task that ends right after a promise does so in a step', async () => {
    for (const body of [
      async (): Promise<number> => Promise.resolve(3),
      function* (): asyncio.Gen<number> {
        return yield* asyncio.await_(new Promise<number>((resolve) => setTimeout(resolve, 1, 3)));
      },
    ]) {
      const { trace } = await traced(coroutine(body as () => asyncio.Gen<number>));
      const done = trace.events.findIndex(({ type }) => type === 'task_done');
      expect(
        trace.events
          .slice(0, done)
          .filter(({ type }) => type.startsWith('step'))
          .at(-1)?.type,
      ).toBe('step_begins');
      expect(of(trace, 'step_ends')).toHaveLength(of(trace, 'step_begins').length);
    }
  });
});

describe('the end of tasks and futures', () => {
  test('an exception is told by its repr, a cancellation too', async () => {
    const { trace, names } = await traced(
      coroutine(function* main() {
        const failing = yield* started(
          'failing',
          coroutine(function* () {
            throw new asyncio.ValueError('x');
          })(),
        );
        const cancelled = yield* started('cancelled', sleeper(9));
        cancelled.cancel();
        yield* ended(failing, cancelled);
        failing.exception();
      }),
    );
    const ends = of(trace, 'task_done').map(({ task, outcome, exception }) => [names[task], outcome, exception]);
    expect(ends).toEqual([
      ['failing', 'exception', "ValueError('x')"],
      ['cancelled', 'cancelled', null],
      ['main', 'result', null],
    ]);
  });

  test('a future is told with who has ended it', async () => {
    const { trace } = await traced(
      coroutine(function* main() {
        const loop = asyncio.get_running_loop();
        const [good, bad, gone] = [loop.create_future(), loop.create_future(), loop.create_future()];
        good.set_result(1);
        bad.set_exception(new asyncio.KeyError('k'));
        bad.exception();
        loop.call_soon(() => gone.cancel());
        yield* asyncio.sleep(0);
      }),
    );
    const ends = of(trace, 'future_done').map(({ outcome, exception, by }) => [outcome, exception, by?.task]);
    expect(ends).toEqual([
      ['result', null, 1],
      ['exception', "KeyError('k')", 1],
      ['cancelled', null, null],
    ]);
  });

  test('a repr that fails leaves the name of the class', async () => {
    class Odd extends asyncio.Exception {
      override __repr__(): string {
        throw new Error('no');
      }
    }
    const { trace } = await traced(
      coroutine(function* main() {
        const future = asyncio.get_running_loop().create_future();
        future.set_exception(new Odd());
        future.exception();
        yield* asyncio.sleep(0);
      }),
    );
    expect(of(trace, 'future_done')[0]?.exception).toBe('<Odd>');
  });

  test('another name is told', async () => {
    const { trace } = await traced(
      coroutine(function* main() {
        asyncio.current_task()?.set_name('other');
        yield* asyncio.sleep(0);
      }),
    );
    expect(of(trace, 'task_renamed')).toMatchObject([{ task: 1, name: 'other' }]);
    expect(of(trace, 'handle_scheduled').at(1)?.name).toBe('other');
  });
});

inEveryWay('a cancellation', (kit) => {
  /** Runs `waiting` in a task that is cancelled in its wait; gives who was asked, by whom, and what it was handed on to. */
  const cancelled = async (waiting: () => unknown): Promise<unknown[]> => {
    const victim = kit.coroutine(
      async () => {
        await (waiting() as Promise<unknown>);
      },
      function* () {
        yield* asyncio.await_(waiting() as Promise<unknown>);
      },
      'victim',
    );
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(victim(), { name: 'victim' });
        await asyncio.sleep(1);
        task.cancel('enough');
        await asyncio.wait([task]);
      },
      function* () {
        const task = asyncio.create_task(victim(), { name: 'victim' });
        yield* asyncio.sleep(1);
        task.cancel('enough');
        yield* asyncio.wait([task]);
      },
      'main',
    );
    const trace = debug.trace();
    await kit.run(main());
    trace.stop();
    const names = namesIn(trace);
    return of(trace, 'cancel_requested').map(({ task, by, msg, forwarded_to }) => [
      names[task]?.replace(/\d+$/, 'N'),
      by?.task,
      msg,
      forwarded_to?.kind ?? null,
    ]);
  };

  test('reaches a sleep', async () => {
    expect(await cancelled(() => asyncio.sleep(9))).toEqual([['victim', 1, "'enough'", 'sleep']]);
  });

  test('is handed on by a gather', async () => {
    const named = (name: string): asyncio.Task<number> => asyncio.create_task(sleeper(9), { name });
    expect(await cancelled(() => asyncio.gather(named('a'), named('b')))).toEqual([
      ['victim', 1, "'enough'", 'gather'],
      ['a', 1, "'enough'", 'sleep'],
      ['b', 1, "'enough'", 'sleep'],
    ]);
  });

  test('ends at a shield', async () => {
    const waiting = (): unknown => asyncio.shield(asyncio.create_task(sleeper(2), { name: 'inner' }));
    expect(await cancelled(waiting)).toEqual([
      ['victim', 1, "'enough'", 'shield'],
      // When the run is over, what is left is cancelled; by code outside of the loop.
      ['inner', undefined, null, 'sleep'],
    ]);
  });

  test('comes from a timer at a timeout', async () => {
    const trace = debug.trace();
    const main = kit.coroutine(
      async () => {
        try {
          await asyncio.wait_for(sleeper(9), 1);
        } catch {
          // That is what is wanted.
        }
      },
      function* () {
        try {
          yield* asyncio.wait_for(sleeper(9), 1);
        } catch {
          // That is what is wanted.
        }
      },
      'main',
    );
    await kit.run(main());
    trace.stop();
    const [request] = of(trace, 'cancel_requested');
    const timer = of(trace, 'handle_begins').find(({ handle }) => handle === request?.by?.handle);
    expect(request).toMatchObject({ task: 1, by: { task: null }, forwarded_to: { kind: 'sleep' } });
    expect(timer).toMatchObject({ kind: 'timer', time: 1 });
  });

  test('goes from a task group to its tasks', async () => {
    const trace = debug.trace();
    const failing = kit.coroutine(
      async () => {
        await asyncio.sleep(1);
        throw new asyncio.ValueError('x');
      },
      function* () {
        yield* asyncio.sleep(1);
        throw new asyncio.ValueError('x');
      },
      'failing',
    );
    const main = kit.coroutine(
      async () => {
        await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
          group.create_task(failing(), { name: 'failing' });
          group.create_task(sleeper(9), { name: 'other' });
        });
      },
      function* () {
        yield* asyncio.async_with(new asyncio.TaskGroup(), function* (group) {
          group.create_task(failing(), { name: 'failing' });
          group.create_task(sleeper(9), { name: 'other' });
        });
      },
      'main',
    );
    await expect(kit.run(main())).rejects.toThrow('unhandled errors');
    trace.stop();
    const names = namesIn(trace);
    expect(of(trace, 'cancel_requested').map(({ task }) => names[task])).toContain('other');
    const ends = of(trace, 'task_done').map(({ task, outcome }) => `${names[task] ?? ''}: ${outcome}`);
    expect(ends).toEqual(expect.arrayContaining(['failing: exception', 'other: cancelled']));
  });

  test('of a task that executes is handed on when it waits', async () => {
    const trace = debug.trace();
    const main = kit.coroutine(
      async () => {
        asyncio.current_task()?.cancel();
        try {
          await asyncio.sleep(5);
        } catch {
          // That is what is wanted.
        }
      },
      function* () {
        asyncio.current_task()?.cancel();
        try {
          yield* asyncio.sleep(5);
        } catch {
          // That is what is wanted.
        }
      },
      'main',
    );
    await kit.run(main());
    trace.stop();
    expect(of(trace, 'cancel_requested')).toMatchObject([{ task: 1, forwarded_to: null }]);
    expect(of(trace, 'cancel_forwarded')).toMatchObject([{ task: 1, forwarded_to: { kind: 'sleep' } }]);
  });
});

describe('tasks that start eagerly', () => {
  test('have their first step within that of their maker', async () => {
    const loop = virtualLoop();
    loop.set_task_factory(asyncio.eager_task_factory);
    const { trace } = await traced(
      coroutine(function* main() {
        yield* asyncio.create_task(sleeper(1), { name: 'eager' });
      }),
      loop,
    );
    const inTurn1 = trace.events.filter(({ turn }) => turn === 1);
    const steps = inTurn1.filter((event) => event.type.startsWith('step')) as (Of<'step_begins'> | Of<'step_ends'>)[];
    expect(steps.map(({ type, task, handle }) => [type, task, handle])).toEqual([
      ['step_begins', 1, 1],
      ['step_begins', 2, 1],
      ['step_ends', 2, 1],
      ['step_ends', 1, 1],
    ]);
  });
});

describe('a trace that begins within a program', () => {
  test.each(['generator', 'native'])(
    'tells of the tasks that are there, and of its own step, in a %s body',
    async (style) => {
      const beginning = (): void => {
        trace = debug.trace();
      };
      let trace = null as asyncio.debug.Trace | null;
      const main = coroutine(
        style === 'native'
          ? async function main() {
              const waiting = asyncio.create_task(sleeper(5), { name: 'waiting' });
              await asyncio.sleep(0);
              asyncio.create_task(sleeper(6), { name: 'ready' });
              beginning();
              await waiting;
            }
          : function* main() {
              const waiting = asyncio.create_task(sleeper(5), { name: 'waiting' });
              yield* asyncio.sleep(0);
              asyncio.create_task(sleeper(6), { name: 'ready' });
              beginning();
              yield* waiting;
            },
      );
      const loop = virtualLoop();
      await loop.run_until_complete(loop.create_task(main(), { name: 'main' }));
      trace?.stop();
      for (const task of asyncio.all_tasks(loop)) task.cancel();
      await loop.run_until_complete(asyncio.sleep(0));
      loop.close();
      const begun = trace as unknown as asyncio.debug.Trace;
      expect(of(begun, 'task_seen').map(({ name, coro, state, chain }) => [name, coro, state, chain])).toEqual([
        ['main', 'main', 'running', ['main']],
        ['waiting', 'sleeper', 'waiting', ['sleeper', 'sleep']],
        ['ready', 'sleeper', 'ready', ['sleeper']],
      ]);
      expect(begun.events.slice(3, 6).map(({ type }) => type)).toEqual(['step_begins', 'task_waits', 'step_ends']);
      expect(begun.events[3]).toMatchObject({ task: 1, handle: null });
      expect(of(begun, 'step_ends')).toHaveLength(of(begun, 'step_begins').length);
    },
  );

  test('counts what was scheduled before when its turn comes', async () => {
    const loop = virtualLoop();
    loop.call_soon(function early() {});
    const { trace } = await traced(() => sleeper(0), loop);
    expect(of(trace, 'handle_scheduled').map(({ name }) => name)).not.toContain('early');
    expect(of(trace, 'turn_begins')[0]?.ready[0]).toMatchObject({ name: 'early', kind: 'callback' });
  });
});

describe('stopping', () => {
  test('within a task ends the trace there', async () => {
    const trace = debug.trace();
    const main = coroutine(async function main() {
      await asyncio.sleep(1);
      trace.stop();
      await asyncio.sleep(1);
    });
    const loop = virtualLoop();
    await loop.run_until_complete(main());
    loop.close();
    expect(trace.events.at(-1)).toMatchObject({ type: 'step_begins', time: 1 });
    expect([trace.is_active(), asyncio.repr(trace)]).toEqual([
      false,
      `<Trace stopped events=${String(trace.events.length)}>`,
    ]);
    const count = trace.events.length;
    trace.stop();
    expect(trace.events).toHaveLength(count);
  });

  test('is what managers do', async () => {
    const traces: asyncio.debug.Trace[] = [];
    {
      using trace = debug.trace();
      traces.push(trace);
      expect(trace.is_active()).toBe(true);
    }
    const main = coroutine(function* main() {
      yield* asyncio.async_with(debug.trace(), function* (trace) {
        traces.push(trace);
        yield* asyncio.sleep(1);
      });
    });
    await asyncio.run(main(), { loop_factory: virtualLoop });
    const entered = debug.trace();
    traces.push(entered);
    expect(entered.__enter__()).toBe(entered);
    entered.__exit__(null, null, null);
    expect(traces.map((trace) => trace.is_active())).toEqual([false, false, false]);
    expect(of(traces[1] as asyncio.debug.Trace, 'task_waits')).toHaveLength(1);
  });
});

describe('several traces', () => {
  test('overlap, and each counts for itself', async () => {
    const outer = debug.trace();
    const loop = virtualLoop();
    await loop.run_until_complete(sleeper(1));
    const inner = debug.trace();
    await loop.run_until_complete(sleeper(1));
    outer.stop();
    await loop.run_until_complete(sleeper(1));
    inner.stop();
    await loop.run_until_complete(sleeper(1));
    loop.close();
    for (const trace of [outer, inner]) {
      expect(of(trace, 'task_created').map(({ task }) => task)).toEqual([1, 2]);
      expect(of(trace, 'loop_ends')).toHaveLength(2);
    }
    const rest = (trace: asyncio.debug.Trace, from: number): unknown[] =>
      trace.events.slice(from).map(({ type, time }) => [type, time]);
    const half = outer.events.length / 2;
    expect(rest(outer, half)).toEqual(rest(inner, 0).slice(0, half));
  });

  test('of one loop only leave others out', async () => {
    const [one, other] = [virtualLoop(), virtualLoop()];
    const trace = debug.trace({ loop: other });
    await one.run_until_complete(sleeper(1));
    await other.run_until_complete(sleeper(2));
    await one.run_until_complete(sleeper(1));
    trace.stop();
    expect(of(trace, 'loop_begins')).toHaveLength(1);
    expect(new Set(trace.events.map(({ loop }) => loop))).toEqual(new Set([1]));
    expect(trace.events.at(-1)?.time).toBe(2);
    one.close();
    other.close();
  });

  test('loops one after another have numbers of their own', async () => {
    const trace = debug.trace();
    for (const delay of [1, 2, 3]) await asyncio.run(sleeper(delay), { loop_factory: virtualLoop });
    trace.stop();
    expect(new Set(of(trace, 'loop_begins').map(({ loop }) => loop))).toEqual(new Set([1, 2, 3]));
    const turns = of(trace, 'turn_begins').filter(({ loop }) => loop === 3);
    expect(turns[0]?.turn).toBe(1);
  });
});

describe('hooks', () => {
  test('a function is told of each record, as it is made', async () => {
    const told: Event[] = [];
    const trace = debug.trace((event) => told.push(event));
    await asyncio.run(sleeper(1), { loop_factory: virtualLoop });
    trace.stop();
    expect(told).toEqual(trace.events);
  });

  test('an object is told by types, and nothing need be kept', async () => {
    class Watcher {
      readonly names: string[] = [];
      task_created(event: asyncio.debug.TaskCreated): void {
        this.names.push(event.coro);
      }
    }
    const watcher = new Watcher();
    const outcomes: string[] = [];
    const traces = [
      debug.trace(watcher, { limit: 0 }),
      debug.trace({ task_done: ({ outcome }) => outcomes.push(outcome) }),
      debug.trace({ hooks: { task_done: ({ outcome }) => outcomes.push(outcome) }, limit: 1 }),
    ];
    await asyncio.run(sleeper(1), { loop_factory: virtualLoop });
    for (const trace of traces) trace.stop();
    expect(watcher.names).toContain('sleeper');
    expect(outcomes.slice(0, 2)).toEqual(['result', 'result']);
    expect(traces[0]?.events).toEqual([]);
    expect(traces[2]?.events).toHaveLength(1);
  });

  test('one that throws is reported, and disturbs nothing', async () => {
    const loop = virtualLoop();
    const reports = collectReports(loop);
    const trace = debug.trace({
      step_begins() {
        throw new asyncio.ValueError('hook');
      },
    });
    expect(await loop.run_until_complete(sleeper(1))).toBe(1);
    trace.stop();
    loop.close();
    expect(reports.map(({ message, exception }) => [message, asyncio.repr(exception)])).toEqual(
      of(trace, 'step_begins').map(() => ['Exception in a hook of a trace', "ValueError('hook')"]),
    );
  });

  test('what one brings about is recorded, but not told', async () => {
    const loop = virtualLoop();
    let told = 0;
    const trace = debug.trace({
      handle_scheduled() {
        told += 1;
        if (told < 5) loop.call_soon(() => undefined);
      },
    });
    await loop.run_until_complete(sleeper(0));
    trace.stop();
    loop.close();
    expect(of(trace, 'handle_scheduled')).toHaveLength(told + Math.min(4, told));
  });
});

describe('a limit', () => {
  test('keeps the newest, and counts what is dropped', async () => {
    const all = debug.trace();
    const few = debug.trace(null, { limit: 10 });
    await asyncio.run(sleeper(1), { loop_factory: virtualLoop });
    all.stop();
    few.stop();
    expect(few.events).toEqual(all.events.slice(-10));
    expect([all.dropped, few.dropped]).toEqual([0, all.events.length - 10]);
  });
});

describe('arguments', () => {
  test.each([
    [[{ limit: -1 }], 'ValueError: the limit must not be negative'],
    [[{ limit: 1.5 }], 'TypeError: the limit has to be an int or None, got 1.5'],
    [[{ loop: 3 }], 'TypeError: an event loop was expected, got 3'],
    [[3], 'TypeError: a hook has to be a function or an object of functions, got 3'],
    [[{ task_gone: () => null }], "TypeError: trace() got an unexpected keyword argument 'task_gone'"],
    [[{ task_done: 3 }], "TypeError: the hook 'task_done' has to be a function, got 3"],
    [[{ task_gone: () => null }, { limit: 1 }], "TypeError: there are no records of type 'task_gone' to be told of"],
  ])('that are wrong are refused: %j', (args, message) => {
    expect(calling(debug, 'trace', ...args)).toBe(message);
  });
});

describe('many', () => {
  test('300 tasks have complete lanes', async () => {
    const { trace } = await traced(
      coroutine(async function main() {
        await asyncio.gather(...Array.from({ length: 300 }, (_, index) => sleeper(1 + (index % 7))));
      }),
    );
    const created = new Set(of(trace, 'task_created').map(({ task }) => task));
    expect(created.size).toBe(301);
    for (const type of ['step_begins', 'task_waits', 'task_woken', 'task_done'] as const) {
      expect(new Set(of(trace, type).map(({ task }) => task))).toEqual(created);
    }
  });
});

test('a trace keeps no task and no future alive', () => {
  const file = childProgram(`
    const trace = asyncio.debug.trace();
    const gone = [];
    const loop = new asyncio.BaseEventLoop({ host: new asyncio.VirtualHost() });
    const child = asyncio.coroutine(function* () {
      const future = loop.create_future();
      loop.call_later(1, () => future.set_result(null));
      gone.push(new WeakRef(future), new WeakRef(asyncio.current_task()));
      yield* future;
    });
    const main = asyncio.coroutine(function* () {
      for (let i = 0; i < 3; i++) yield* asyncio.create_task(child());
      // What was waited for last is known to the library itself.
      yield* asyncio.sleep(0);
    });
    loop.run_until_complete(main()).then(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      gc();
      console.log(gone.length, gone.filter((reference) => reference.deref() !== undefined).length, trace.events.length > 0);
    });
  `);
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', file], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toBe('6 0 true\n');
});
