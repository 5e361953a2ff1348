// A task's first step is scheduled like a callback: behind what is ready.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async (name: string) => {
    trace('step', name);
    loop.call_soon(trace, `soon of ${name}`);
  });

  loop.call_soon(trace, 'before');
  asyncio.create_task(work('a'));
  loop.call_soon(trace, 'between');
  asyncio.create_task(work('b'));
  loop.call_soon(trace, 'after');
  trace('nothing ran');
  await asyncio.sleep(0);
  trace('one turn');
  await asyncio.sleep(0);
});
