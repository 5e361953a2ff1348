// `join` waits until every item was said to be done.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const refuse = (label: string, call: () => unknown): void => {
    try {
      trace(label, call());
    } catch (error) {
      trace(label, error);
    }
  };

  const queue = new asyncio.Queue<unknown>();
  await queue.join();
  refuse('nothing to do', () => queue.task_done());

  const join = asyncio.coroutine(async function join(name: string) {
    trace(name, await queue.join());
  });

  const work = asyncio.coroutine(async function work() {
    for (;;) {
      const item = await queue.get();
      await asyncio.sleep(1);
      trace('done', item);
      queue.task_done();
    }
  });

  for (const item of [0, 1, 2]) queue.put_nowait(item);
  const tasks = ['a', 'b'].map((name) => asyncio.create_task(join(name)));
  const worker = asyncio.create_task(work());
  await asyncio.sleep(1.5);
  queue.put_nowait('late');
  trace('working', asyncio.str(queue));
  await asyncio.gather(...tasks);
  refuse('too often', () => queue.task_done());
  worker.cancel();
  trace('ended', asyncio.str(queue));
});
