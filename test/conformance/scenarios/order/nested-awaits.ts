// A resumed task runs through all levels that end without waiting, in one step.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const level = asyncio.coroutine(async (depth: number): Promise<number> => {
    if (depth === 0) {
      trace('innermost waits');
      await asyncio.sleep(0.5);
      trace('innermost woke');
      loop.call_soon(trace, 'a handle after the step');
      return 0;
    }
    const value = await level(depth - 1);
    trace('level', depth, value);
    return value + depth;
  });

  const result = await level(6);
  trace('result', result);
  await asyncio.sleep(0);
});
