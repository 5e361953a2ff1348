// In debug mode a coroutine knows where it was made, and otherwise not.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const work = asyncio.coroutine(async () => {});

  const main = asyncio.coroutine(async (label: string) => {
    const coroutine = work();
    trace(label, asyncio.get_running_loop().get_debug(), coroutine.cr_origin !== null);
    await coroutine;
  });

  for (const debug of [true, false]) await asyncio.run(main('run'), { debug, loop_factory: newLoop });
  const loop = newLoop();
  loop.set_debug(true);
  await loop.run_until_complete(main('set before the run'));
  loop.set_debug(false);
  await loop.run_until_complete(main('not any more'));
  loop.close();
  const outside = work();
  trace('outside', outside.cr_origin);
  outside.close();
};
