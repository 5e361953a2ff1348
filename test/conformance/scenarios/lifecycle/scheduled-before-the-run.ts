// What is scheduled on a loop that doesn't run yet runs with its first run.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();

  const work = asyncio.coroutine(async (name: string) => {
    trace(name);
    return name;
  });

  loop.call_soon(trace, 'callback');
  const early = loop.create_task(work('early task'));
  loop.call_later(0, trace, 'timer');
  trace('nothing ran', early.done());
  await loop.run_until_complete(work('main'));
  trace('early', early.done(), early.result());
  loop.close();
};
