// A task that fails in its eager step is done when its creator gets it; its exception is retrieved or reported as always.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const fails = asyncio.coroutine(async function fails(message: string) {
    throw new asyncio.ValueError(message);
  });

  const seen = asyncio.create_task(fails('seen'), { name: 'seen', eager_start: true });
  trace('made', seen.done(), asyncio.current_task()!.get_name());
  seen.add_done_callback((task) => {
    trace('callback', task === seen);
  });
  trace('added');
  try {
    await seen;
  } catch (error) {
    trace('raised', error);
  }
  asyncio.create_task(fails('never seen'), { name: 'unseen', eager_start: true });
  await asyncio.sleep(0);
  trace('end');
});
