// Ctrl-C cancels main first; its leftovers are cancelled when main has ended.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop, interrupt: () => void) => {
  const leftover = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('leftover gets', error);
      throw error;
    }
  });

  const main = asyncio.coroutine(async () => {
    const task = asyncio.create_task(leftover());
    asyncio.get_running_loop().call_later(0.5, interrupt);
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('main is cancelled', task.done(), asyncio.current_task()!.cancelling());
      await asyncio.sleep(0.25);
      trace('main ends', task.done());
      throw error;
    }
  });

  try {
    await asyncio.run(main(), { loop_factory: newLoop });
  } catch (error) {
    trace('raised', error, ((error as asyncio.BaseException).__context__ as Error).name);
  }
};
