// A timer that is due at once waits for the next iteration, behind what the rest of this one makes ready.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const sets_a_timer = asyncio.coroutine(async function sets_a_timer() {
    loop.call_later(0, trace, 'timer');
    loop.call_at(loop.time() - 1, trace, 'timer of the past');
    trace('has set them');
  });

  const makes_ready = asyncio.coroutine(async function makes_ready() {
    loop.call_soon(trace, 'soon');
    trace('has made ready');
    await asyncio.sleep(0);
    trace('again');
  });

  await asyncio.gather(sets_a_timer(), makes_ready(), makes_ready());
  await asyncio.sleep(0);
  trace('end');
});
