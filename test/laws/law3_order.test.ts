/** Law 3. One queue, first in first out; timers by deadline, then by creation. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay } from '../support/styles';

inEveryWay('law 3: one queue', (kit) => {
  test('an iteration runs exactly the handles that were ready when it began', async () => {
    const seen: string[] = [];
    const main = kit.coroutine(
      async () => {
        const loop = asyncio.get_running_loop();
        loop.call_soon(() => {
          seen.push('a');
          loop.call_soon(() => seen.push('c'));
        });
        loop.call_soon(() => seen.push('b'));
        await asyncio.sleep(0);
        seen.push('main 1');
        await asyncio.sleep(0);
        seen.push('main 2');
      },
      function* () {
        const loop = asyncio.get_running_loop();
        loop.call_soon(() => {
          seen.push('a');
          loop.call_soon(() => seen.push('c'));
        });
        loop.call_soon(() => seen.push('b'));
        yield* asyncio.sleep(0);
        seen.push('main 1');
        yield* asyncio.sleep(0);
        seen.push('main 2');
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['a', 'b', 'main 1', 'c', 'main 2']);
  });

  test('timers run by deadline, and by creation where deadlines are equal', async () => {
    const seen: string[] = [];
    const plan = (): void => {
      const loop = asyncio.get_running_loop();
      loop.call_later(2, () => seen.push('2 first'));
      loop.call_later(1, () => seen.push('1 first'));
      loop.call_later(2, () => seen.push('2 second'));
      loop.call_later(1, () => seen.push('1 second'));
      loop.call_later(0, () => seen.push('0'));
    };
    const main = kit.coroutine(
      async () => {
        plan();
        await asyncio.sleep(3);
      },
      function* () {
        plan();
        yield* asyncio.sleep(3);
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['0', '1 first', '1 second', '2 first', '2 second']);
  });

  test('a due timer comes after what is ready', async () => {
    const seen: string[] = [];
    const main = kit.coroutine(
      async () => {
        const loop = asyncio.get_running_loop();
        loop.call_later(0, () => seen.push('timer'));
        loop.call_soon(() => seen.push('soon'));
        await asyncio.sleep(0);
        await asyncio.sleep(0);
      },
      function* () {
        const loop = asyncio.get_running_loop();
        loop.call_later(0, () => seen.push('timer'));
        loop.call_soon(() => seen.push('soon'));
        yield* asyncio.sleep(0);
        yield* asyncio.sleep(0);
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['soon', 'timer']);
  });

  test('done callbacks are scheduled, in the order in which they were added', async () => {
    const seen: string[] = [];
    const main = kit.coroutine(
      async () => {
        const future = asyncio.get_running_loop().create_future<null>();
        future.add_done_callback(() => seen.push('first'));
        future.add_done_callback(() => seen.push('second'));
        future.set_result(null);
        seen.push('set');
        await asyncio.sleep(0);
        seen.push('turn');
      },
      function* () {
        const future = asyncio.get_running_loop().create_future<null>();
        future.add_done_callback(() => seen.push('first'));
        future.add_done_callback(() => seen.push('second'));
        future.set_result(null);
        seen.push('set');
        yield* asyncio.sleep(0);
        seen.push('turn');
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['set', 'first', 'second', 'turn']);
  });

  test('between two handles a resumed body has run to its next suspension', async () => {
    const seen: string[] = [];
    const work = kit.coroutine(
      async (name: string, future: asyncio.Future<null>) => {
        await future;
        seen.push(`${name} 1`);
        await inner(name);
        seen.push(`${name} 3`);
      },
      function* (name: string, future: asyncio.Future<null>) {
        yield* future;
        seen.push(`${name} 1`);
        yield* inner(name);
        seen.push(`${name} 3`);
      },
    );
    const inner = kit.coroutine(
      async (name: string) => void seen.push(`${name} 2`),

      function* (name: string) {
        seen.push(`${name} 2`);
      },
    );
    const main = kit.coroutine(
      async () => {
        const future = asyncio.get_running_loop().create_future<null>();
        const tasks = [asyncio.create_task(work('a', future)), asyncio.create_task(work('b', future))] as const;
        await asyncio.sleep(0);
        future.set_result(null);
        await asyncio.gather(...tasks);
      },
      function* () {
        const future = asyncio.get_running_loop().create_future<null>();
        const tasks = [asyncio.create_task(work('a', future)), asyncio.create_task(work('b', future))] as const;
        yield* asyncio.sleep(0);
        future.set_result(null);
        yield* asyncio.gather(...tasks);
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['a 1', 'a 2', 'a 3', 'b 1', 'b 2', 'b 3']);
  });
});
