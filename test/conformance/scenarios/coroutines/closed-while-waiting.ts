// Closing the coroutine of a waiting task ends the task with an error at its next step.
// Not in wrapped, mixed style (a native body can't be closed).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<null>();

  const work = asyncio.coroutine(async () => {
    try {
      await future;
    } finally {
      trace('cleans up');
    }
  });

  const coroutine = work();
  let task = asyncio.create_task(coroutine);
  await asyncio.sleep(0.25);
  trace('close', coroutine.close(), task.done());
  loop.call_later(0.25, () => future.set_result(null));
  try {
    await task;
  } catch (error) {
    trace('raised', error);
  }
  const unbegun = work();
  task = asyncio.create_task(unbegun);
  unbegun.close();
  try {
    await task;
  } catch (error) {
    trace('raised', error);
  }
});
