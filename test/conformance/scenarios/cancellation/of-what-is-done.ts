// Cancelling what is done says False and changes nothing.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const good = asyncio.coroutine(async () => 'good');

  const bad = asyncio.coroutine(async () => {
    throw new asyncio.ValueError('bad');
  });

  const tasks: asyncio.Task<unknown>[] = [asyncio.create_task<unknown>(good()), asyncio.create_task<unknown>(bad())];
  await asyncio.sleep(0);
  trace(
    'cancel',
    tasks.map((task) => task.cancel('late')),
    tasks.map((task) => task.cancelling()),
  );
  trace('state', tasks[0]!.result(), tasks[1]!.exception());
  const future = loop.create_future<number>();
  future.set_result(1);
  trace('future', future.cancel(), future.result());
});
