// What a group shows of itself, from before its entry to after its end.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(seconds: number, fails = false) {
    try {
      await asyncio.sleep(seconds);
    } catch (error) {
      trace('while it stops', group);
      throw error;
    }
    if (fails) throw new asyncio.ValueError(seconds);
  });

  const group = new asyncio.TaskGroup();
  trace('new', group);
  try {
    await asyncio.async_with(group, async (entered) => {
      trace('entered', group, entered === group);
      group.create_task(work(1));
      group.create_task(work(2, true));
      group.create_task(work(2, true));
      group.create_task(work(3));
      trace('with tasks', group);
      await asyncio.sleep(1.5);
      trace('one is over', group);
    });
  } catch (error) {
    trace('failed', group, error);
  }
  trace('text', asyncio.str(group) === asyncio.repr(group), String(group));
});
