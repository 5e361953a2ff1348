// Tasks of a group make more tasks of it, as deep as they like; the group ends with the last.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const order: string[] = [];

  type Visit = (group: asyncio.TaskGroup, name: string, depth: number) => asyncio.Coroutine<void>;
  const visit: Visit = asyncio.coroutine(async (group: asyncio.TaskGroup, name: string, depth: number) => {
    await asyncio.sleep(depth);
    order.push(name);
    if (depth < 3) {
      for (const child of 'lr') group.create_task(visit(group, name + child, depth + 1), { name: name + child });
    }
  });

  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(visit(group, '-', 0));
    trace('in the body', order);
  });
  trace('ended', order);

  const tasks: asyncio.Task<string>[] = [];
  const helper = asyncio.coroutine(async function helper(group: asyncio.TaskGroup) {
    tasks.push(group.create_task(asyncio.sleep(1, 'from a helper')));
  });

  const group = new asyncio.TaskGroup();
  await asyncio.async_with(group, async () => {
    await helper(group);
    asyncio.get_running_loop().call_later(0.5, () => group.create_task(asyncio.sleep(2)));
  });
  trace('a callback made one more', tasks[0]!.result(), group);
});
