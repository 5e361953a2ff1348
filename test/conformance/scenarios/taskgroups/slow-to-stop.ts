// A group that fails waits for tasks that take their time to stop, swallow the request, or fail then.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(name: string, answer: string) {
    try {
      await asyncio.sleep(9);
    } catch (error) {
      trace(name, 'is asked to stop');
      await asyncio.sleep(1);
      if (answer === 'raise') throw error;
      if (answer === 'fail') throw new asyncio.KeyError(name);
      if (answer === 'go on') {
        await asyncio.sleep(2);
        trace(name, 'went on');
      }
    }
    return answer;
  });

  const tasks: asyncio.Task<string>[] = [];
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      for (const answer of ['raise', 'fail', 'go on', 'return']) tasks.push(group.create_task(work(answer, answer)));
      await asyncio.sleep(1);
      throw new asyncio.ValueError('the body');
    });
  } catch (error) {
    trace('failed', error);
  }
  trace(
    'tasks',
    tasks.map((task) => task.cancelled() || (task.exception() ?? task.result())),
    tasks.map((task) => task.cancelling()),
  );
});
