// Tasks of a group may await each other; a failure reaches the group once, the awaiting ones are cancelled.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const first = asyncio.coroutine(async function first() {
    await asyncio.sleep(1);
    return 'result';
  });

  const second = asyncio.coroutine(async function second(task: asyncio.Task<string>) {
    let value: string;
    try {
      value = await task;
    } catch (error) {
      trace('second sees', error);
      throw error;
    }
    await asyncio.sleep(1);
    return `${value} and more`;
  });

  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    const one = group.create_task(first());
    const two = group.create_task(second(one));
    trace('in the body', await one, await two);
  });

  const fails = asyncio.coroutine(async function fails(): Promise<string> {
    await asyncio.sleep(1);
    throw new asyncio.ValueError('once');
  });

  const tasks: asyncio.Task<string>[] = [];
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      tasks.push(group.create_task(fails()));
      tasks.push(group.create_task(second(tasks[0]!)));
      try {
        await tasks[1]!;
      } catch (error) {
        trace('the body sees', error);
        throw error;
      }
    });
  } catch (error) {
    asyncio.except_star(error, [
      asyncio.ValueError,
      (group) => trace('the group', group, tasks[1]!.cancelled(), tasks[0]!.exception() === group.exceptions[0]),
    ]);
  }
});
