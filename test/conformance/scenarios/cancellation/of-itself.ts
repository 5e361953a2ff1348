// A task that cancels itself is interrupted at its next await, or cancelled at its end.
// Not in helpers style (it prints the names of functions).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const waits = asyncio.coroutine(async function waits() {
    trace('cancel', asyncio.current_task()!.cancel('me'));
    trace('still running');
    try {
      await asyncio.sleep(0.5);
    } catch (error) {
      trace('at the await', error);
      throw error;
    }
  });

  const returns = asyncio.coroutine(async function returns() {
    asyncio.current_task()!.cancel('me');
    return 'a result that is lost';
  });

  const fails = asyncio.coroutine(async function fails() {
    asyncio.current_task()!.cancel('me');
    throw new asyncio.ValueError('stronger');
  });

  for (const work of [waits, returns, fails]) {
    const task = asyncio.create_task<unknown>(work());
    const results = await asyncio.gather(task, { return_exceptions: true });
    trace(work.__name__, results, task.cancelled());
  }
});
