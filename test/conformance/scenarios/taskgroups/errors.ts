// Errors of tasks and of the body come together in a group; the other tasks and the body are cancelled.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(name: string, seconds: number, fails = false) {
    try {
      await asyncio.sleep(seconds);
    } catch (error) {
      trace(name, error);
      throw error;
    }
    trace(name, 'ends');
    if (fails) throw new asyncio.ValueError(name);
    return name;
  });

  const task = asyncio.current_task()!;

  const stubborn = asyncio.coroutine(async function stubborn(name: string) {
    try {
      await asyncio.sleep(5);
    } catch {
      await asyncio.sleep(1);
      throw new asyncio.KeyError(name);
    }
  });

  const attempt = asyncio.coroutine(async function attempt(
    label: string,
    body: (group: asyncio.TaskGroup) => Promise<void>,
  ) {
    try {
      await asyncio.async_with(new asyncio.TaskGroup(), body);
    } catch (error) {
      trace(label, error, task.cancelling());
    }
  });

  await attempt('one fails', async (group) => {
    group.create_task(work('a', 1, true));
    group.create_task(work('b', 2));
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('body', error, task.cancelling(), group);
      throw error;
    }
  });
  await attempt('several fail', async (group) => {
    group.create_task(work('a', 1, true));
    group.create_task(work('b', 1, true));
    group.create_task(stubborn('c'));
    group.create_task(stubborn('d'));
  });
  await attempt('the body fails', async (group) => {
    group.create_task(work('a', 1));
    group.create_task(stubborn('b'));
    await asyncio.sleep(0);
    throw new asyncio.IndexError('body');
  });
  await attempt('both fail', async (group) => {
    group.create_task(work('a', 1, true));
    try {
      await asyncio.sleep(5);
    } catch {
      throw new asyncio.IndexError('instead');
    }
  });
  await attempt('a swallowed cancellation', async (group) => {
    group.create_task(work('a', 1, true));
    try {
      await asyncio.sleep(5);
    } catch {
      trace('swallowed');
    }
  });
  await attempt('nested', async (outer) => {
    outer.create_task(work('a', 3));
    await asyncio.async_with(new asyncio.TaskGroup(), async (inner) => {
      inner.create_task(work('b', 1, true));
      inner.create_task(work('c', 2));
    });
  });
  await attempt('raised by hand', async () => {
    throw new asyncio.CancelledError('by hand');
  });
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(work('a', 0, true));
    });
  } catch (error) {
    asyncio.except_star(error, [asyncio.ValueError, (eg) => trace('except*', eg)]);
  }
  await asyncio.sleep(0);
});
