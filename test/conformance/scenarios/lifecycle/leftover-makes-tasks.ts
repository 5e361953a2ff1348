// A task that a leftover makes while it is cancelled is not waited for, and is lost with the loop.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const kept: asyncio.Task[] = [];

  const quick = asyncio.coroutine(async function quick() {
    trace('quick runs');
  });

  const slow = asyncio.coroutine(async function slow() {
    trace('slow begins');
    await asyncio.sleep(1);
    trace('never');
  });

  const leftover = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } finally {
      kept.push(asyncio.create_task(quick(), { name: 'quick' }));
      kept.push(asyncio.create_task(slow(), { name: 'slow' }));
      await asyncio.sleep(0.25);
      trace('leftover ends');
    }
  });

  const main = asyncio.coroutine(async () => {
    kept.push(asyncio.create_task(leftover()));
    await asyncio.sleep(0.5);
    return 'result';
  });

  trace('result', await asyncio.run(main(), { loop_factory: newLoop }));
  trace(
    'tasks',
    kept.map((task) => task.done()),
  );
};
