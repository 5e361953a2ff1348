// Cancelling a future cancels who awaits it, without counting as a request to them.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future();

  const work = asyncio.coroutine(async (name: string, swallows: boolean) => {
    try {
      await future;
    } catch (error) {
      trace(name, 'gets', error, asyncio.current_task()!.cancelling());
      if (!swallows) throw error;
    }
    return name;
  });

  const tasks = [asyncio.create_task(work('a', true)), asyncio.create_task(work('b', false))];
  await asyncio.sleep(0);
  trace('cancel', future.cancel('gone'), future.cancel('again'), future.cancelled());
  const results = await asyncio.gather(...tasks, { return_exceptions: true });
  trace(
    'results',
    results,
    tasks.map((task) => task.cancelled()),
  );
});
