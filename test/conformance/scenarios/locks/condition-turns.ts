// Who is notified goes on behind those who stand in line for the lock already.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const condition = new asyncio.Condition();

  const wait = asyncio.coroutine(async function wait(name: string) {
    await asyncio.async_with(condition, async () => {
      await condition.wait();
      trace(name, 'was notified', asyncio.repr(condition).split('[')[1]);
      await asyncio.sleep(1);
    });
  });

  const use = asyncio.coroutine(async function use(name: string) {
    await asyncio.async_with(condition, async () => {
      trace(name, 'has the lock');
      await asyncio.sleep(1);
    });
  });

  const tasks = [...'ab'].map((name) => asyncio.create_task(wait(name)));
  await asyncio.sleep(0);
  await asyncio.async_with(condition, async () => {
    tasks.push(...[...'cd'].map((name) => asyncio.create_task(use(name))));
    await asyncio.sleep(0);
    condition.notify_all();
    tasks.push(asyncio.create_task(use('e')));
    trace('notified');
  });
  await asyncio.wait(tasks);
});
