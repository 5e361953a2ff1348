// A cancelled `wait` leaves the futures alone, and takes its callbacks and its timer back.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const futures = [loop.create_future<number>(), loop.create_future<number>()] as const;

  const waiting = asyncio.coroutine(async function waiting() {
    await asyncio.wait(futures, { timeout: 5 });
  });

  let task = asyncio.create_task(waiting());
  await asyncio.sleep(1);
  trace('waits', futures[0]);
  task.cancel('stop');
  try {
    await task;
  } catch (error) {
    trace('cancelled', error);
  }
  trace('left', futures[0], futures[1]);
  task = asyncio.create_task(waiting());
  await asyncio.sleep(1);
  futures[0].set_result(1);
  futures[1].set_result(2);
  task.cancel();
  try {
    trace('ended', await task);
  } catch (error) {
    trace('cancelled in the iteration of the end', error);
  }
});
