// Workers share the items of a queue; who is free takes the next one.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const queue = new asyncio.Queue<number>();
  const seen: string[] = [];

  const worker = asyncio.coroutine(async function worker(name: string) {
    for (;;) {
      const seconds = await queue.get();
      await asyncio.sleep(seconds);
      seen.push(`${name} ${seconds}`);
      trace(name, 'slept', seconds);
      queue.task_done();
    }
  });

  for (const seconds of [5, 1, 1, 2, 3, 1]) queue.put_nowait(seconds);
  const workers = [...'abc'].map((name) => asyncio.create_task(worker(name)));
  await queue.join();
  for (const one of workers) one.cancel();
  trace('ended', await asyncio.gather(...workers, { return_exceptions: true }), seen);
});
