// A task that is still pending when its loop is gone is reported.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();

  const waits = asyncio.coroutine(async function waits(future: asyncio.Future<unknown>) {
    await future;
  });

  const main = asyncio.coroutine(async () => {
    loop.create_task(waits(loop.create_future()), { name: 'forgotten' });
    await asyncio.sleep(0.5);
    return 'main is over';
  });

  trace(await loop.run_until_complete(main()));
  loop.close();
  trace('closed', loop.is_closed());
};
