// When main fails, its leftovers are cancelled and waited for before run raises.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const leftover = asyncio.coroutine(async (name: string, swallows: boolean) => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace(name, 'is cancelled');
      await asyncio.sleep(0.25);
      trace(name, 'is clean');
      if (!swallows) throw error;
    }
  });

  const main = asyncio.coroutine(async (error: Error) => {
    asyncio.create_task(leftover('a', false));
    asyncio.create_task(leftover('b', true));
    await asyncio.sleep(0.25);
    throw error;
  });

  const { CancelledError, GeneratorExit, SystemExit, ValueError } = asyncio;
  for (const error of [
    new ValueError('bad'),
    new CancelledError('by hand'),
    new SystemExit(3),
    new GeneratorExit('odd'),
  ]) {
    try {
      await asyncio.run(main(error), { loop_factory: newLoop });
    } catch (raised) {
      trace('raised', raised, raised === error);
    }
  }
};
