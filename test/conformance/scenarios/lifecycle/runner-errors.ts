// A runner passes exceptions on and stays usable; it refuses what can't be awaited.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const fail = asyncio.coroutine(async (): Promise<unknown> => {
    await asyncio.sleep(0.25);
    throw new asyncio.ValueError('bad');
  });

  const gone = asyncio.coroutine(async (): Promise<unknown> => {
    asyncio.current_task()!.cancel('self');
    await asyncio.sleep(5);
    return null;
  });

  const good = asyncio.coroutine(async (): Promise<unknown> => 'good');

  const runner = new asyncio.Runner({ loop_factory: newLoop });
  for (const work of [fail, gone, good]) {
    try {
      trace('result', await runner.run(work()));
    } catch (error) {
      trace('raised', error);
    }
  }
  for (const wrong of [42, null]) {
    try {
      await runner.run(wrong as never);
    } catch (error) {
      trace('refused', error);
    }
  }
  await runner.close();
  const never = new asyncio.Runner({ loop_factory: newLoop });
  trace('close', (await never.close()) ?? null);
  trace('usable', await never.run(good()));
  await never.close();
};
