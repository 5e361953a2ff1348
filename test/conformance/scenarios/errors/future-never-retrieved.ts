// A future whose exception is never asked for is reported, also when only its callbacks saw it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const first = loop.create_future();
  first.set_exception(new asyncio.ValueError('never asked'));
  const second = loop.create_future();
  second.add_done_callback(() => trace('callback'));
  second.set_exception(new asyncio.KeyError('k'));
  const third = loop.create_future();
  third.add_done_callback((f) => trace('callback asks', f.exception()));
  third.set_exception(new asyncio.KeyError('asked'));
  const fourth = loop.create_future();
  fourth.set_exception(new asyncio.KeyError('result asked'));
  try {
    fourth.result();
  } catch (error) {
    trace('raised', error);
  }
  await asyncio.sleep(0);
});
