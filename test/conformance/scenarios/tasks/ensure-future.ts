// ensure_future gives futures back as they are and makes tasks of coroutines.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async () => 'worked');

  const future = loop.create_future();
  const task = asyncio.create_task(work());
  trace('same future', asyncio.ensure_future(future) === future);
  trace('same task', asyncio.ensure_future(task) === task);
  const made = asyncio.ensure_future(work());
  trace('made', made instanceof asyncio.Task, await made);
  for (const wrong of [42, 'text', null]) {
    try {
      asyncio.ensure_future(wrong as never);
    } catch (error) {
      trace('refused', error);
    }
  }
});
