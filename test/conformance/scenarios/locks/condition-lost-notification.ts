// A notification is for those who wait already; it isn't kept, and counts nobody twice.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const condition = new asyncio.Condition();

  const wait = asyncio.coroutine(async function wait(name: string) {
    await asyncio.async_with(condition, async () => {
      trace(name, await condition.wait());
    });
  });

  const notify = asyncio.coroutine(async function notify(...counts: number[]) {
    await asyncio.async_with(condition, async () => {
      for (const count of counts) condition.notify(count);
      trace('notified', asyncio.repr(condition).split('[')[1]);
    });
    await asyncio.sleep(1);
  });

  await notify(1);
  const tasks = [...'abcde'].map((name) => asyncio.create_task(wait(name)));
  const done = (): number => tasks.filter((task) => task.done()).length;
  await asyncio.sleep(1);
  trace('none', done());
  await notify(1, 1);
  trace('two', done());
  await notify(-1, 0);
  trace('still two', done());
  await notify(1, 99);
  trace('all', done());
});
