// The state of a coroutine goes from created over running and suspended to closed.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { getcoroutinestate } = asyncio.inspect;

  const work = asyncio.coroutine(async () => {
    trace('inside', getcoroutinestate(coroutine), coroutine.cr_running);
    await asyncio.sleep(0.5);
    trace('inside', getcoroutinestate(coroutine), coroutine.cr_running);
  });

  const coroutine: asyncio.Coroutine<void> = work();
  trace('made', getcoroutinestate(coroutine), coroutine.cr_running);
  const task = asyncio.create_task(coroutine);
  trace('scheduled', getcoroutinestate(coroutine));
  await asyncio.sleep(0.25);
  trace('waiting', getcoroutinestate(coroutine), coroutine.cr_running);
  await task;
  trace('over', getcoroutinestate(coroutine), coroutine.cr_running);

  const fails = asyncio.coroutine(async () => {
    throw new asyncio.ValueError();
  });

  const failed = fails();
  try {
    await failed;
  } catch {
    trace('failed', getcoroutinestate(failed));
  }
  const closed = work();
  closed.close();
  trace('closed', getcoroutinestate(closed));
});
