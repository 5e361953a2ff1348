/** Law 2. Awaiting a coroutine runs it in the same task, with no turn of the loop in between. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay } from '../support/styles';

inEveryWay('law 2: inline await', (kit) => {
  test('an awaited coroutine runs in the same task before anything that is ready', async () => {
    const seen: string[] = [];
    let inner: unknown;
    const child = kit.coroutine(
      async () => {
        seen.push('child');
        inner = asyncio.current_task();
      },

      function* () {
        seen.push('child');
        inner = asyncio.current_task();
      },
    );
    const main = kit.coroutine(
      async () => {
        asyncio.get_running_loop().call_soon(() => seen.push('ready'));
        await child();
        seen.push('after');
        const same = inner === asyncio.current_task();
        await asyncio.sleep(0);
        return same;
      },
      function* () {
        asyncio.get_running_loop().call_soon(() => seen.push('ready'));
        yield* child();
        seen.push('after');
        const same = inner === asyncio.current_task();
        yield* asyncio.sleep(0);
        return same;
      },
    );
    expect(await kit.runInTask(main())).toBe(true);
    expect(seen).toEqual(['child', 'after', 'ready']);
  });

  test('awaiting a finished future does not suspend', async () => {
    const seen: string[] = [];
    const main = kit.coroutine(
      async () => {
        const loop = asyncio.get_running_loop();
        const future = loop.create_future<number>();
        future.set_result(5);
        loop.call_soon(() => seen.push('ready'));
        seen.push(String(await future));
        await asyncio.sleep(0);
      },
      function* () {
        const loop = asyncio.get_running_loop();
        const future = loop.create_future<number>();
        future.set_result(5);
        loop.call_soon(() => seen.push('ready'));
        seen.push(String(yield* future));
        yield* asyncio.sleep(0);
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['5', 'ready']);
  });

  test('sleep(0) gives up exactly one turn', async () => {
    const seen: string[] = [];
    const work = kit.coroutine(
      async (name: string) => {
        for (let i = 0; i < 3; i++) {
          seen.push(name + String(i));
          await asyncio.sleep(0);
        }
      },
      function* (name: string) {
        for (let i = 0; i < 3; i++) {
          seen.push(name + String(i));
          yield* asyncio.sleep(0);
        }
      },
    );
    const main = kit.coroutine(
      async () => void (await asyncio.gather(work('a'), work('b'))),
      function* () {
        yield* asyncio.gather(work('a'), work('b'));
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
  });

  test('a chain of awaits returns through all its levels without a turn', async () => {
    const seen: string[] = [];
    const deep: (n: number) => asyncio.Coroutine<number> = kit.coroutine(
      async (n: number): Promise<number> => (n === 0 ? 0 : (await deep(n - 1)) + 1),
      function* (n: number): Generator<unknown, number, never> {
        return n === 0 ? 0 : (yield* deep(n - 1)) + 1;
      },
    );
    const main = kit.coroutine(
      async () => {
        asyncio.get_running_loop().call_soon(() => seen.push('ready'));
        seen.push(String(await deep(30)));
        await asyncio.sleep(0);
      },
      function* () {
        asyncio.get_running_loop().call_soon(() => seen.push('ready'));
        seen.push(String(yield* deep(30)));
        yield* asyncio.sleep(0);
      },
    );
    await kit.runInTask(main());
    expect(seen).toEqual(['30', 'ready']);
  });
});
