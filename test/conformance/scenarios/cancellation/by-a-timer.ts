// A timer may cancel a task, and be cancelled when the task was quicker.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async (seconds: number) => {
    await asyncio.sleep(seconds);
    return 'in time';
  });

  for (const seconds of [0.25, 0.5, 0.75]) {
    const task = asyncio.create_task(work(seconds));
    const timer = loop.call_later(0.5, () => task.cancel('time is over'));
    try {
      trace('result', await task);
    } catch (error) {
      trace('cancelled', error);
    }
    trace('timer', timer.cancelled(), timer.when() <= loop.time());
    timer.cancel();
  }
  await asyncio.sleep(1);
});
