// A handle that is cancelled by an earlier one of the same iteration doesn't run.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const cancel = (): void => {
    trace('cancel the next');
    later.cancel();
    later.cancel();
  };

  loop.call_soon(cancel);
  const later = loop.call_soon(trace, 'never');
  const last = loop.call_soon(trace, 'last');
  await asyncio.sleep(0);
  last.cancel();
  return [later.cancelled(), last.cancelled()];
});
