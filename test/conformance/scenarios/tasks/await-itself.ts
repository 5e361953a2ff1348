// A task that awaits itself is told so.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const narcissus = asyncio.coroutine(async function narcissus() {
    try {
      await asyncio.current_task();
    } catch (error) {
      trace('told', error);
    }
    await asyncio.sleep(0.5);
    return 'went on';
  });

  trace(await asyncio.create_task(narcissus(), { name: 'N' }));
});
