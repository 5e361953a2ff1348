// What `wait_for` takes for true, and what it gives back.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const condition = new asyncio.Condition();
  const values: unknown[] = [];

  const wait = asyncio.coroutine(async function wait() {
    return await asyncio.async_with(condition, async () => await condition.wait_for(() => values.at(-1)));
  });

  const tell = asyncio.coroutine(async function tell(value: unknown) {
    values.push(value);
    await asyncio.async_with(condition, async () => {
      condition.notify_all();
    });
    await asyncio.sleep(0);
    await asyncio.sleep(0);
  });

  for (const yes of [1, -1, 'text', [0], { a: 1 }, new Set([0]), [null], 0.5]) {
    values.push(null);
    const task = asyncio.create_task(wait());
    for (const no of [false, 0, '', [], {}, new Set(), 0.0]) await tell(no);
    trace('not yet', task.done());
    await tell(yes);
    trace('true', await task);
  }

  const fails = (): boolean => {
    if (values.length > 0) throw new asyncio.KeyError(values.pop());
    return false;
  };

  const failing = asyncio.coroutine(async function failing() {
    await asyncio.async_with(condition, async () => {
      try {
        await condition.wait_for(fails);
      } catch (error) {
        trace('failed', error, condition.locked());
      }
    });
  });

  values.length = 0;
  const task = asyncio.create_task(failing());
  await asyncio.sleep(0);
  await tell('after a notification');
  await task;
});
