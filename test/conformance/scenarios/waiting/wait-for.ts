// `wait_for` gives the result, or cancels what takes too long and waits for its end.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const attempt = asyncio.coroutine(async function attempt(label: string, awaitable: asyncio.Awaitable<unknown>) {
    try {
      trace(label, await awaitable);
    } catch (error) {
      if (!(error instanceof asyncio.Exception)) throw error;
      trace(label, error);
    }
  });

  const work = asyncio.coroutine(async function work(name: string, seconds: number, fails = false) {
    await asyncio.sleep(seconds);
    if (fails) throw new asyncio.ValueError(name);
    return name;
  });

  const stubborn = asyncio.coroutine(async function stubborn(name: string) {
    try {
      return await asyncio.sleep(10, '');
    } catch (error) {
      trace(name, error);
      await asyncio.sleep(1);
      return name;
    }
  });

  const spiteful = asyncio.coroutine(async function spiteful() {
    try {
      await asyncio.sleep(10);
    } catch {
      throw new asyncio.KeyError('instead');
    }
  });

  const loop = asyncio.get_running_loop();
  await attempt('in time', asyncio.wait_for(work('a', 1), 2));
  await attempt('exactly in time', asyncio.wait_for(work('b', 2), 2));
  await attempt('no limit', asyncio.wait_for(work('c', 3), null));
  await attempt('late', asyncio.wait_for(work('d', 3), 1));
  await attempt('fails', asyncio.wait_for(work('e', 1, true), { timeout: 2 }));
  await attempt('fails late', asyncio.wait_for(spiteful(), 1));
  await attempt('returns late', asyncio.wait_for(stubborn('f'), 1));
  await attempt('nested', asyncio.wait_for(asyncio.wait_for(work('g', 9), 2), 1));
  await attempt('nested the other way', asyncio.wait_for(asyncio.wait_for(work('h', 9), 1), 2));
  let task = asyncio.create_task(work('i', 3));
  await attempt('a task', asyncio.wait_for(task, 1));
  trace('was cancelled', task.cancelled(), task.cancelling());
  task = asyncio.create_task(work('j', 3));
  await attempt('shielded', asyncio.wait_for(asyncio.shield(task), 1));
  await attempt('later', task);
  const future = loop.create_future<string>();
  loop.call_later(1, () => future.set_result('set'));
  await attempt('a future', asyncio.wait_for(future, 2));
  await attempt('a future that is done', asyncio.wait_for(future, 0));
});
