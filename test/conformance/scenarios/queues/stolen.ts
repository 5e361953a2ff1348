// An item or a place can be snatched from a task that was woken for it; the task waits on, at the end of the line.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  let queue = new asyncio.Queue<unknown>();

  const take = asyncio.coroutine(async function take(name: string) {
    trace(name, await queue.get());
  });

  let tasks = [...'ab'].map((name) => asyncio.create_task(take(name)));
  await asyncio.sleep(0);
  queue.put_nowait('snatched');
  trace('main', queue.get_nowait(), asyncio.str(queue));
  await asyncio.sleep(0);
  trace('both wait', asyncio.str(queue));
  queue.put_nowait(1);
  queue.put_nowait(2);
  await asyncio.gather(...tasks);

  queue = new asyncio.Queue(1);
  queue.put_nowait(0);

  const give = asyncio.coroutine(async function give(name: string) {
    trace(name, await queue.put(name));
  });

  tasks = [...'cd'].map((name) => asyncio.create_task(give(name)));
  await asyncio.sleep(0);
  queue.get_nowait();
  queue.put_nowait('pushed in');
  await asyncio.sleep(0);
  trace('both wait', asyncio.str(queue));
  trace('in order', [await queue.get(), await queue.get(), await queue.get()]);
  await asyncio.gather(...tasks);
});
