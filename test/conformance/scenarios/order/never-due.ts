// A timer at infinity never runs, and holds nobody up.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const never = loop.call_at(Infinity, trace, 'never');
  const sleeper = asyncio.create_task(asyncio.sleep(Infinity));
  loop.call_later(0.5, trace, 'half a second');
  trace('set', never.cancelled());
  await asyncio.sleep(1);
  trace('still', never.cancelled(), sleeper.done());
  sleeper.cancel();
  try {
    await sleeper;
  } catch {
    trace('the sleeper is cancelled');
  }
});
