/** The call graph; the shape of the texts is what CPython 3.14 printed, without the places that JavaScript can't know. */
import * as asyncio from 'asyncio-ts';
import { defaultHost } from '#asyncio/host/registry';
import { inEveryWay, virtualLoop } from '../support/styles';
import { failOnNoise, outcome } from '../support/outcomes';

failOnNoise();

/** Without ids and places, which differ from run to run. */
const plain = (text: string): string[] =>
  text
    .replace(/0x[0-9a-f]+/g, '0x…')
    .replace(/File '[^']*', line \d+, /g, 'File …, ')
    .replace(/, created at .*/g, ', created at …')
    .split('\n');

inEveryWay('the call graph', (kit) => {
  const created = kit.debug ? ', created at …' : '';
  const sleeping = kit.coroutine(
    async () => {
      await asyncio.sleep(1);
    },
    function* () {
      yield* asyncio.sleep(1);
    },
    'sleeping',
  );
  const outer = kit.coroutine(
    async () => {
      await sleeping();
    },
    function* () {
      yield* sleeping();
    },
    'outer',
  );
  const waitFor = kit.coroutine(
    async (awaitable: asyncio.Awaitable<unknown>) => {
      await awaitable;
    },
    function* (awaitable: asyncio.Awaitable<unknown>) {
      yield* asyncio.await_(awaitable);
    },
    'wait_for',
  );
  /** Starts tasks, and gives them time. */
  const look = async (start: () => void): Promise<void> => {
    const main = asyncio.coroutine(function* main() {
      start();
      yield* asyncio.sleep(5);
    });
    await kit.run(main());
  };
  const stack = ['  + Call stack:', `  |   in async sleep()${created}`, `  |   in async sleeping()${created}`];

  test('what a suspended task executes, innermost first', async () => {
    await look(() => {
      const task = asyncio.create_task(outer(), { name: 'one' });
      asyncio.get_running_loop().call_later(0.5, () => {
        expect(plain(asyncio.format_call_graph(task))).toEqual([
          "* Task(name='one', id=0x…)",
          ...stack,
          `  |   in async outer()${created}`,
        ]);
        const graph = asyncio.capture_call_graph(task);
        expect(graph?.call_stack.map(({ frame }) => [frame.kind, frame.name, frame.filename, frame.lineno])).toEqual([
          ['async', 'sleep', null, null],
          ['async', 'sleeping', null, null],
          ['async', 'outer', null, null],
        ]);
      });
    });
    expect.hasAssertions();
  });

  test('a limit keeps the outermost entries, or the innermost, or none', async () => {
    await look(() => {
      const task = asyncio.create_task(outer(), { name: 'one' });
      asyncio.get_running_loop().call_later(0.5, () => {
        const names = (limit: number): string[] =>
          asyncio.capture_call_graph(task, { limit })!.call_stack.map(({ frame }) => frame.name);
        expect([names(1), names(2), names(-1), names(0)]).toEqual([['outer'], ['sleeping', 'outer'], ['sleep'], []]);
      });
    });
    expect.hasAssertions();
  });

  test('who awaits a future, and a task, and so on', async () => {
    await look(() => {
      const loop = asyncio.get_running_loop();
      const future = loop.create_future<null>();
      const one = asyncio.create_task(waitFor(future), { name: 'one' });
      asyncio.create_task(waitFor(future), { name: 'two' });
      asyncio.create_task(waitFor(one), { name: 'last' });
      loop.call_later(0.5, () => {
        const call = ['      + Call stack:', `      |   in async wait_for()${created}`];
        expect(plain(asyncio.format_call_graph(future))).toEqual([
          '* Future(id=0x…)',
          '  + Awaited by:',
          "    * Task(name='one', id=0x…)",
          ...call,
          '      + Awaited by:',
          "        * Task(name='last', id=0x…)",
          '          + Call stack:',
          `          |   in async wait_for()${created}`,
          "    * Task(name='two', id=0x…)",
          ...call,
        ]);
        future.set_result(null);
      });
    });
    expect.hasAssertions();
  });

  test('who waits by gather, wait, shield, a group, a race', async () => {
    const awaiters = (future: asyncio.Future): string[] =>
      asyncio.capture_call_graph(future)!.awaited_by.map(({ future }) => (future as asyncio.Task).get_name());
    const children: asyncio.Task[] = [];
    const child = (): asyncio.Task => {
      const task = asyncio.create_task(sleeping());
      children.push(task);
      return task;
    };
    const inGroup = kit.coroutine(
      async () =>
        await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
          children.push(group.create_task(sleeping()));
        }),
      function* () {
        yield* asyncio.async_with(new asyncio.TaskGroup(), function* (group) {
          children.push(group.create_task(sleeping()));
          yield* asyncio.sleep(0);
        });
      },
    );
    const racer = (): asyncio.Coroutine<void> => {
      children.push(asyncio.current_task()!);
      return sleeping();
    };
    await look(() => {
      const tasks = [
        asyncio.create_task(waitFor(asyncio.wait([child()])), { name: 'wait' }),
        asyncio.create_task(waitFor(asyncio.wait_for(child(), 9)), { name: 'wait_for' }),
        asyncio.create_task(inGroup(), { name: 'group' }),
        asyncio.create_task(waitFor(asyncio.staggered.staggered_race([racer], 5)), { name: 'race' }),
      ];
      const shielding = kit.coroutine(
        async () => {
          await asyncio.shield(child());
        },
        function* () {
          yield* asyncio.shield(child());
        },
      );
      const gathering = kit.coroutine(
        async () => {
          await asyncio.gather(child(), child());
        },
        function* () {
          yield* asyncio.gather(child(), child());
        },
      );
      tasks.push(asyncio.create_task(shielding(), { name: 'shield' }));
      tasks.push(asyncio.create_task(gathering(), { name: 'gather' }));
      asyncio.get_running_loop().call_later(0.5, () => {
        expect(children.map(awaiters).flat().sort()).toEqual(
          ['gather', 'gather', 'group', 'race', 'shield', 'wait', 'wait_for'].sort(),
        );
      });
      asyncio.get_running_loop().call_later(1.5, () => {
        expect(children.map(awaiters).flat()).toEqual([]);
      });
    });
    expect.assertions(3);
  });

  test.each(['in its first step', 'later'])(
    'of itself, a task sees the places where its code stands, %s',
    async (when) => {
      const turns = when === 'later' ? 1 : 0;
      const text: string[] = [];
      function helper(): void {
        text.push(...plain(asyncio.format_call_graph()));
      }
      const inner = kit.coroutine(
        async () => {
          for (let i = 0; i < turns; i++) await asyncio.sleep(0);
          helper();
        },
        function* () {
          for (let i = 0; i < turns; i++) yield* asyncio.sleep(0);
          helper();
        },
        'inner',
      );
      const around = kit.coroutine(
        async () => {
          await inner();
        },
        function* () {
          yield* inner();
        },
        'around',
      );
      await look(() => {
        asyncio.create_task(around(), { name: 'itself' });
      });
      expect(text.slice(0, 4)).toEqual([
        "* Task(name='itself', id=0x…)",
        '  + Call stack:',
        '  |   File …, in helper()',
        '  |   File …, in async inner()',
      ]);
      expect(text[4]).toMatch(/^ {2}\| {3}(File …, )?in async around\(\)/);
      expect(text).toHaveLength(5);
    },
  );
});

describe('the depth', () => {
  /** The names on the current task's stack, as each of the three functions gives them, called by `helper` in `work`. */
  const seenAt = async (keywords: { depth?: number }): Promise<string[]> => {
    const named = (text: string): string =>
      Array.from(text.matchAll(/in (?:async )?(\w+)\(\)/g), ([, name]) => name).join(' ');
    function helper(): string[] {
      const written: string[] = [];
      asyncio.print_call_graph({ ...keywords, file: { write: (text) => written.push(text) } });
      return [
        asyncio
          .capture_call_graph(keywords)!
          .call_stack.map(({ frame }) => frame.name)
          .join(' '),
        named(asyncio.format_call_graph(keywords)),
        named(written.join('')),
      ];
    }
    const work = asyncio.coroutine(function* work() {
      yield* asyncio.sleep(0);
      return helper();
    });
    return await asyncio.run(work(), { loop_factory: virtualLoop });
  };

  // What CPython 3.14 answers. It goes on with the loop's own frames, which are no part of the task.
  test.each([
    [{}, ['helper work', 'helper work', 'print_call_graph helper work']],
    [{ depth: 1 }, ['helper work', 'helper work', 'print_call_graph helper work']],
    [{ depth: 2 }, ['work', 'work', 'helper work']],
    [{ depth: 3 }, ['', '', 'work']],
    [{ depth: 4 }, ['', '', '']],
    [
      { depth: 0 },
      ['capture_call_graph helper work', 'format_call_graph helper work'].concat(
        'format_call_graph print_call_graph helper work',
      ),
    ],
    [
      { depth: -1 },
      ['capture_call_graph helper work', 'capture_call_graph format_call_graph helper work'].concat(
        'capture_call_graph format_call_graph print_call_graph helper work',
      ),
    ],
  ])('%j leaves out the innermost frames', async (keywords, expected) => {
    expect(await seenAt(keywords)).toEqual(expected);
  });

  test('counts the coroutines that a native body awaits too', async () => {
    const inner = asyncio.coroutine(async function inner() {
      await asyncio.sleep(0);
      return [1, 2, 3].map((depth) => asyncio.capture_call_graph({ depth })!.call_stack.map(({ frame }) => frame.name));
    });
    const outer = asyncio.coroutine(async function outer() {
      return await inner();
    });
    const [all, ...fewer] = await asyncio.run(outer(), { loop_factory: virtualLoop });
    expect(all!.slice(-2)).toEqual(['inner', 'outer']);
    expect(fewer).toEqual([all!.slice(1), all!.slice(2)]);
  });
});

describe('the call graph', () => {
  test('needs a future, or a running loop', async () => {
    const capture = asyncio.capture_call_graph as (...args: unknown[]) => unknown;
    const format = asyncio.format_call_graph as (...args: unknown[]) => unknown;
    const outside =
      'RuntimeError: capture_call_graph() is called outside of a running event loop and no *future* to introspect was ' +
      'provided';
    expect(outcome(() => capture())).toBe(outside);
    expect(outcome(() => format(null))).toBe(outside);
    expect(outcome(() => capture(5))).toBe('TypeError: 5 object does not appear to be compatible with asyncio.Future');
    expect(outcome(() => capture(null, 2))).toMatch(/^TypeError: capture_call_graph\(\) takes from 0 to 1 positional/);
    expect(outcome(() => format({ deep: 1 }))).toMatch(/unexpected keyword argument 'deep'/);
    const loop = virtualLoop();
    const seen: unknown[] = [];
    loop.call_soon(() => {
      seen.push(asyncio.capture_call_graph(), asyncio.format_call_graph());
      loop.stop();
    });
    await loop.run_forever();
    loop.close();
    expect(seen).toEqual([null, '']);
  });

  test('has reprs', () => {
    const loop = virtualLoop();
    const graph = asyncio.capture_call_graph(loop.create_future());
    loop.close();
    expect(asyncio.repr(graph)).toBe('FutureCallGraph(future=<Future pending>, call_stack=(), awaited_by=())');
    const task = asyncio.coroutine(async function work() {
      await asyncio.sleep(0);
      return asyncio.repr(asyncio.capture_call_graph(null, { limit: -1 })!.call_stack);
    });
    return expect(asyncio.run(task())).resolves.toMatch(
      /^\(FrameCallGraphEntry\(frame=<frame at 0x[0-9a-f]+, file '.*graph\.test\.ts', line \d+, code work>\),\)$/,
    );
  });

  test('is printed to a file, or to the standard output', () => {
    const loop = virtualLoop();
    const future = loop.create_future();
    loop.close();
    const written: string[] = [];
    asyncio.print_call_graph(future, { file: { write: (text) => written.push(text) } });
    const output = jest.spyOn(defaultHost(), 'write_output').mockImplementation((text) => void written.push(text));
    asyncio.print_call_graph(future);
    output.mockRestore();
    expect(written).toEqual([`${asyncio.format_call_graph(future)}\n`, `${asyncio.format_call_graph(future)}\n`]);
  });

  test('leaves out who has awaited the coroutine of the task before, by hand', async () => {
    const names: string[] = [];
    const leaf = asyncio.coroutine(function* leaf() {
      yield* asyncio.sleep(0);
      names.push(...asyncio.capture_call_graph()!.call_stack.map(({ frame }) => frame.name));
    });
    const waits = (name: string) => {
      const body = function* (coroutine: asyncio.Coroutine) {
        yield* coroutine;
      };
      return asyncio.coroutine(Object.defineProperty(body, 'name', { value: name }));
    };
    const main = asyncio.coroutine(function* () {
      const middle = waits('middle')(leaf());
      waits('outer')(middle).send(null);
      yield* asyncio.create_task(middle);
    });
    await asyncio.run(main(), { loop_factory: virtualLoop });
    expect(names).toEqual(['leaf', 'middle']);
  });

  test('a waiter can be noted by hand, and is passed over if it is no future', () => {
    const loop = virtualLoop();
    const [future, one, two] = [loop.create_future(), loop.create_future(), loop.create_future()];
    const awaiters = (): number[] =>
      asyncio.capture_call_graph(future)!.awaited_by.map((graph) => [one, two].indexOf(graph.future));
    asyncio.future_add_to_awaited_by(future, one);
    asyncio.future_add_to_awaited_by(future, two);
    asyncio.future_add_to_awaited_by(future, one);
    asyncio.future_add_to_awaited_by(future, 5 as never);
    expect(awaiters()).toEqual([0, 1]);
    asyncio.future_discard_from_awaited_by(future, one);
    asyncio.future_discard_from_awaited_by(future, one);
    asyncio.future_discard_from_awaited_by(5 as never, one);
    expect(awaiters()).toEqual([1]);
    loop.close();
  });

  test('grows with the graph, not with the number of its paths', () => {
    const loop = virtualLoop();
    const levels = Array.from({ length: 2_000 }, () => [loop.create_future(), loop.create_future()]);
    levels.slice(1).forEach((level, i) => {
      for (const below of levels[i]!) for (const above of level) asyncio.future_add_to_awaited_by(below, above);
    });
    const text = asyncio.format_call_graph(levels[0]![0]);
    // Two lines for a future and its awaiters, at each of the places where it stands: twice, as there are two below it.
    expect(text.split('\n').length).toBeLessThan(4 * 4 * levels.length);
    expect(text.match(/see above/g)).toHaveLength(2 * (levels.length - 3));
    loop.close();
  });

  test('ends also where futures wait for each other', () => {
    const loop = virtualLoop();
    const [one, two] = [loop.create_future(), loop.create_future()];
    asyncio.future_add_to_awaited_by(one, two);
    asyncio.future_add_to_awaited_by(two, one);
    expect(plain(asyncio.format_call_graph(one))).toEqual([
      '* Future(id=0x…)',
      '  + Awaited by:',
      '    * Future(id=0x…)',
      '      + Awaited by:',
      '        * Future(id=0x…)',
      '          + Awaited by: (see above)',
    ]);
    loop.close();
  });
});
