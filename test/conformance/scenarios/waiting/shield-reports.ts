// An exception that comes when nobody awaits the shield any more is told to the loop, once.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  for (const outcome of ['fails', 'is cancelled', 'returns']) {
    const inner = loop.create_future<number>();
    const outers = [asyncio.shield(inner), asyncio.shield(inner)];
    for (const outer of outers) outer.cancel();
    await asyncio.sleep(0);
    if (outcome === 'fails') inner.set_exception(new asyncio.ValueError('unseen'));
    else if (outcome === 'is cancelled') inner.cancel();
    else inner.set_result(1);
    trace(outcome);
    await asyncio.sleep(0);
  }
  const inner = loop.create_future();
  const outer = asyncio.shield(inner);
  inner.set_exception(new asyncio.ValueError('both at once'));
  outer.cancel();
  await asyncio.sleep(0);
  trace('ended', outer.cancelled());
});
