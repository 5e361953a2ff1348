// A cancellation goes to the last of the tasks that await each other, and comes back one turn for each.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  let turn = 0;

  const count = (): void => {
    turn += 1;
    if (turn < 8) loop.call_soon(count);
  };

  const last = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('last gets', error, turn);
      throw error;
    }
  });

  const link = asyncio.coroutine(async (name: string, inner: asyncio.Task<void>) => {
    try {
      await inner;
    } catch (error) {
      trace(name, 'gets', error, turn);
      throw error;
    }
  });

  const c = asyncio.create_task(last());
  const b = asyncio.create_task(link('b', c));
  const a = asyncio.create_task(link('a', b));
  await asyncio.sleep(0.5);
  loop.call_soon(count);
  a.cancel('stop');
  trace(
    'requests',
    [a, b, c].map((task) => task.cancelling()),
  );
  try {
    await a;
  } catch (error) {
    trace('main gets', error, turn);
  }
});
