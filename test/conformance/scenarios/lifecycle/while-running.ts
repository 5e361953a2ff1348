// A running loop can't be closed, nor run again.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async () => {
    trace('never');
  });

  const attempts: Record<string, () => unknown> = {
    close: () => loop.close(),
    run_forever: () => loop.run_forever(),
    run_until_complete: () => loop.run_until_complete(coroutine),
    run: () => asyncio.run(coroutine),
  };
  const coroutine = work();
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await asyncio.await_(attempt() as Promise<unknown>);
    } catch (error) {
      trace(name, error);
    }
  }
  coroutine.close();
  await asyncio.sleep(0.5);
  trace('unharmed', loop.is_running(), loop.is_closed());
});
