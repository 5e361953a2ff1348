// After an error that ended its run a loop can be run again, and goes on with what was left.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();

  const exits = (): void => {
    trace('exits');
    throw new asyncio.SystemExit(3);
  };

  const ticks = asyncio.coroutine(async () => {
    for (let i = 0; i < 4; i++) {
      trace('tick', i);
      await asyncio.sleep(0.25);
    }
    return 'all';
  });

  const task = loop.create_task(ticks());
  loop.call_later(0.3125, exits);
  loop.call_later(0.3125, trace, 'in the same iteration');
  try {
    await loop.run_forever();
  } catch (error) {
    trace('raised', error, loop.is_running(), loop.is_closed());
  }
  trace('goes on', await loop.run_until_complete(task));
  loop.close();
};
