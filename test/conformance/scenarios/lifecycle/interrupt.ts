// Ctrl-C cancels main; run raises KeyboardInterrupt when main has ended by it.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop, interrupt: () => void) => {
  const cleansUp = asyncio.coroutine(async (): Promise<unknown> => {
    asyncio.get_running_loop().call_later(0.5, interrupt);
    try {
      await asyncio.sleep(5);
      return null;
    } catch (error) {
      trace('gets', error, asyncio.current_task()!.cancelling());
      await asyncio.sleep(0.25);
      trace('is clean');
      throw error;
    }
  });

  const swallows = asyncio.coroutine(async (): Promise<unknown> => {
    asyncio.get_running_loop().call_later(0.5, interrupt);
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('swallows', error);
    }
    return 'result';
  });

  const fails = asyncio.coroutine(async (): Promise<unknown> => {
    asyncio.get_running_loop().call_later(0.5, interrupt);
    try {
      await asyncio.sleep(5);
      return null;
    } finally {
      throw new asyncio.ValueError('instead');
    }
  });

  for (const main of [cleansUp, swallows, fails]) {
    try {
      trace('result', await asyncio.run(main(), { loop_factory: newLoop }));
    } catch (error) {
      trace('raised', error);
    }
  }
};
