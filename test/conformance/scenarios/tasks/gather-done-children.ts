// gather of children that are done already is done at once.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const good = loop.create_future<number>();
  good.set_result(1);
  const bad = loop.create_future<number>();
  bad.set_exception(new asyncio.ValueError('bad'));
  const both = asyncio.gather(good, bad, { return_exceptions: true });
  trace('done', both.done());
  await asyncio.sleep(0);
  trace('done', both.done());
  await asyncio.sleep(0);
  trace('done', both.done(), both.result());
  try {
    await asyncio.gather(good, bad, good);
  } catch (error) {
    trace('caught', error);
  }
});
