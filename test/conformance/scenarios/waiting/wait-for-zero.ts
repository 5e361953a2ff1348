// With no time left `wait_for` begins nothing, and cancels what has begun.
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

  const work = asyncio.coroutine(async function work(name: string) {
    trace(name, 'begins');
    try {
      await asyncio.sleep(1);
    } catch (error) {
      trace(name, error);
      await asyncio.sleep(1);
      if (name === 'fails') throw new asyncio.ValueError(name);
      if (name === 'stays') return name;
      throw error;
    }
    return null;
  });

  await attempt('coroutine', asyncio.wait_for(work('never'), 0));
  await attempt('less than none', asyncio.wait_for(work('never'), -1));
  for (const name of ['gives up', 'stays', 'fails']) {
    const task = asyncio.create_task(work(name));
    await asyncio.sleep(0);
    await attempt(name, asyncio.wait_for(task, 0));
  }
  let future = asyncio.get_running_loop().create_future();
  future.set_exception(new asyncio.KeyError('kept'));
  await attempt('failed', asyncio.wait_for(future, 0));
  future = asyncio.get_running_loop().create_future();
  future.cancel('by hand');
  try {
    await asyncio.wait_for(future, 0);
  } catch (error) {
    trace('cancelled', error);
  }

  const outer = asyncio.coroutine(async function outer() {
    try {
      await asyncio.wait_for(asyncio.create_task(work('stays')), 0);
    } finally {
      trace('outer ends');
    }
  });

  const task = asyncio.create_task(outer());
  await asyncio.sleep(0);
  await asyncio.sleep(0);
  task.cancel('outside');
  try {
    await task;
  } catch (error) {
    trace('cancelled from outside', error);
  }
  await asyncio.sleep(2);
});
