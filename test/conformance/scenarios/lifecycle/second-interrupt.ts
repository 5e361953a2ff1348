// A second Ctrl-C doesn't wait for the clean-up of main.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop, interrupt: () => void) => {
  const main = asyncio.coroutine(async () => {
    const loop = asyncio.get_running_loop();
    loop.call_later(0.5, interrupt);
    loop.call_later(0.75, interrupt);
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('gets', error);
      try {
        await asyncio.sleep(5);
      } catch (again) {
        trace('gets', again, asyncio.current_task()!.cancelling());
        throw again;
      }
    }
  });

  try {
    await asyncio.run(main(), { loop_factory: newLoop });
  } catch (error) {
    trace('raised', error);
  }
};
