/** Law 1. Lazy: calling a coroutine function runs none of its body. */
import * as asyncio from 'asyncio-ts';
import { inEveryStyle } from '../support/styles';

inEveryStyle('law 1: lazy', (kit) => {
  test('a call runs nothing and returns a coroutine', async () => {
    const seen: string[] = [];
    const work = kit.coroutine(
      async () => void seen.push('body'),

      function* () {
        seen.push('body');
      },
    );
    const coroutine = work();
    expect(coroutine).toBeInstanceOf(asyncio.Coroutine);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(seen).toEqual([]);
    await kit.run(coroutine);
    expect(seen).toEqual(['body']);
  });

  test('a task runs nothing before its first turn', async () => {
    const seen: string[] = [];
    const work = kit.coroutine(
      async () => void seen.push('body'),

      function* () {
        seen.push('body');
      },
    );
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(work());
        seen.push('made');
        await task;
      },
      function* () {
        const task = asyncio.create_task(work());
        seen.push('made');
        yield* task;
      },
    );
    await kit.run(main());
    expect(seen).toEqual(['made', 'body']);
  });

  test('a coroutine that is cancelled before its first step never runs', async () => {
    const seen: string[] = [];
    const work = kit.coroutine(
      async () => void seen.push('body'),

      function* () {
        seen.push('body');
      },
    );
    const main = kit.coroutine(
      async () => {
        const task = asyncio.create_task(work());
        task.cancel();
        await asyncio.gather(task, { return_exceptions: true });
        return task.cancelled();
      },
      function* () {
        const task = asyncio.create_task(work());
        task.cancel();
        yield* asyncio.gather(task, { return_exceptions: true });
        return task.cancelled();
      },
    );
    expect(await kit.run(main())).toBe(true);
    expect(seen).toEqual([]);
  });
});
