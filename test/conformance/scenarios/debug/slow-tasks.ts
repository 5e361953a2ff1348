// In debug mode a slow step of a task is logged with the task, and its own limit can be set.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async function main(trace: Trace) {
  const loop = asyncio.get_running_loop() as asyncio.BaseEventLoop;
  trace('limit', loop.slow_callback_duration);

  const work = asyncio.coroutine(async function work() {
    trace('a step');
    await asyncio.sleep(0.25);
    trace('another');
  });

  const task = asyncio.create_task(work(), { name: 'T' });
  loop.slow_callback_duration = 0;
  await task;
  loop.slow_callback_duration = 0.1;
  await asyncio.sleep(0);
  trace('end');
});
