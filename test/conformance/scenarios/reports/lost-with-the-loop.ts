// Closing a loop reports the tasks that are pending, and those of their coroutines that never began.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();

  const forgotten = asyncio.coroutine(async function forgotten() {
    trace('never');
  });

  const main = asyncio.coroutine(async () => {
    await asyncio.sleep(0.25);
    loop.create_task(forgotten(), { name: 'unbegun' });
    return 'main is over';
  });

  trace(await loop.run_until_complete(main()));
  loop.stop();
  const silent = loop.create_task(forgotten(), { name: 'silent' });
  Object.assign(silent, { _log_destroy_pending: false });
  loop.close();
  trace('closed');
};
