// One exception object may be raised by several tasks and set on several futures; each is reported.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const shared = new asyncio.ValueError('shared');

  const fails = asyncio.coroutine(async function fails() {
    throw shared;
  });

  const tasks = [0, 1, 2].map((i) => asyncio.create_task(fails(), { name: `task ${String(i)}` }));
  for (let i = 0; i < 2; i++) loop.create_future().set_exception(shared);
  await asyncio.sleep(0);
  trace('same', tasks[0]!.exception() === shared);
  try {
    await tasks[1]!;
  } catch (error) {
    trace('raised', error === shared);
  }
});
