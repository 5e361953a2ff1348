// Who is cancelled while it waits for a condition takes the lock again first, and hands a notification on.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const state = (one: unknown): string => asyncio.repr(one).split('[').slice(1).join('[');

  const condition = new asyncio.Condition();

  const wait = asyncio.coroutine(async function wait(name: string) {
    try {
      await asyncio.async_with(condition, async () => {
        await condition.wait();
        trace(name, 'goes on');
      });
    } catch (error) {
      trace(name, error, condition.locked());
      throw error;
    }
  });

  const start = asyncio.coroutine(async function start() {
    const tasks = ['a', 'b', 'c'].map((name) => asyncio.create_task(wait(name)));
    await asyncio.sleep(0);
    return tasks;
  });

  const finish = asyncio.coroutine(async function finish(tasks: asyncio.Task[]) {
    await asyncio.sleep(1);
    await asyncio.async_with(condition, async () => {
      condition.notify_all();
    });
    trace('ended', await asyncio.gather(...tasks, { return_exceptions: true }), state(condition));
  });

  let tasks = await start();
  tasks[1]!.cancel('while waiting');
  await finish(tasks);

  tasks = await start();
  await asyncio.async_with(condition, async () => {
    condition.notify();
    tasks[0]!.cancel('as it is notified');
  });
  await asyncio.sleep(1);
  trace(
    'handed on',
    tasks.map((task) => task.done()),
  );
  await finish(tasks);

  tasks = await start();
  await condition.acquire();
  tasks[0]!.cancel('without the lock');
  await asyncio.sleep(1);
  tasks[0]!.cancel('again');
  await asyncio.sleep(1);
  trace('waits for the lock', tasks[0]!.done(), state(condition));
  condition.release();
  await finish(tasks);
});
