// A shield ends with what it shields, and keeps cancellations away from it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const attempt = asyncio.coroutine(async function attempt(label: string, awaitable: asyncio.Awaitable<unknown>) {
    try {
      trace(label, await awaitable);
    } catch (error) {
      if (!(error instanceof asyncio.Exception)) throw error;
      trace(label, error);
    }
  });

  const work = asyncio.coroutine(async function work(name: string, seconds: number, fails = false) {
    await asyncio.sleep(seconds);
    if (fails) throw new asyncio.ValueError(name);
    return name;
  });

  const loop = asyncio.get_running_loop();
  const first = asyncio.create_task(work('a', 1));
  const shielded = asyncio.shield(first);
  trace('pending', shielded.done(), (shielded as unknown) === first);
  await attempt('result', shielded);
  trace('done', (asyncio.shield(first) as unknown) === first);
  await attempt('failure', asyncio.shield(work('b', 1, true)));
  await attempt('keyword', asyncio.shield({ arg: work('c', 1) } as never));

  let inner: asyncio.Future<string> = loop.create_future<string>();
  let outer = asyncio.shield(inner);
  trace('cancel', outer.cancel('outer'), outer.cancelled(), inner.cancelled());
  try {
    await outer;
  } catch (error) {
    trace('outer', error);
  }
  inner.set_result('still');
  await attempt('inner', inner);

  inner = loop.create_future<string>();
  outer = asyncio.shield(inner);
  inner.cancel('inner');
  try {
    await outer;
  } catch (error) {
    trace('inner cancelled', error, outer.cancelled());
  }

  inner = asyncio.create_task(work('d', 2));

  const waiting = asyncio.coroutine(async function waiting() {
    return await asyncio.shield(asyncio.shield(inner));
  });

  const task = asyncio.create_task(waiting());
  await asyncio.sleep(1);
  task.cancel('stop');
  try {
    await task;
  } catch (error) {
    trace('two shields', error);
  }
  await attempt('inner', inner);
  for (const wrong of [5, null]) {
    try {
      asyncio.shield(wrong as never);
    } catch (error) {
      trace('wrong', error);
    }
  }
});
