// A repr names the class of the task, its name as Python quotes it, and its state at that moment.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Special<T> extends asyncio.Task<T> {}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async function work() {
    await asyncio.sleep(0.25);
    return 'result';
  });

  const special = new Special(work(), { loop, name: "it's" });
  trace('unbegun', special);
  await asyncio.sleep(0);
  trace('waiting', special);
  special.set_name(42);
  special.add_done_callback((task) => {
    trace('callback', task);
  });
  trace('renamed', special);
  await special;
  const coroutine = work();
  coroutine.__qualname__ = 'Class.method';
  const renamed = asyncio.create_task(coroutine, { name: 'ü\n' });
  trace('qualified', renamed);
  renamed.cancel();
  trace('cancelling', renamed);
  await asyncio.wait([renamed]);
  trace('cancelled', renamed);
});
