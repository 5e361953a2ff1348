// run and set_debug switch debug mode.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const ask = asyncio.coroutine(async () => asyncio.get_running_loop().get_debug());

  trace('on', await asyncio.run(ask(), { debug: true, loop_factory: newLoop }));
  trace('off', await asyncio.run(ask(), { debug: false, loop_factory: newLoop }));
  const loop = newLoop();
  loop.set_debug(true);
  trace('set', loop.get_debug(), await loop.run_until_complete(ask()));
  loop.set_debug(false);
  trace('set', loop.get_debug(), await loop.run_until_complete(ask()));
  loop.close();
};
