// cr_await leads from a coroutine to what it waits for.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();

  const inner = asyncio.coroutine(async () => await future);

  const outer = asyncio.coroutine(async () => {
    awaited = inner();
    return await awaited;
  });

  let awaited: asyncio.Coroutine<string> | null = null;
  const coroutine = outer();
  trace('made', coroutine.cr_await);
  const task = asyncio.create_task(coroutine);
  await asyncio.sleep(0);
  trace('waiting', coroutine.cr_await === awaited, awaited!.cr_await !== null);
  future.set_result('value');
  trace('result', await task, coroutine.cr_await, awaited!.cr_await);
});
