// `KeyboardInterrupt` and `SystemExit` leave a group as they are, and its other errors are dropped.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(error: Error) {
    await asyncio.sleep(0);
    throw error;
  });

  const run = asyncio.coroutine(async function run(name: string, bodyError: Error | null, ...errors: Error[]) {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      for (const error of errors) group.create_task(work(error));
      if (bodyError !== null) throw bodyError;
      try {
        await asyncio.sleep(5);
      } catch (error) {
        trace(name, 'cancelled');
        throw error;
      }
    });
  });

  class Own extends asyncio.BaseException {}

  for (const [name, ...errors] of [
    ['body', new asyncio.SystemExit(1)],
    ['own', null, new Own('own'), new asyncio.ValueError('a')],
  ] as [string, Error | null, ...Error[]][]) {
    try {
      await run(name, ...errors);
    } catch (error) {
      trace(name, error, asyncio.current_task()!.cancelling());
    }
  }
});
