// Tasks that end by a CancelledError, whoever raised it, don't fail their group.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const raises = asyncio.coroutine(async function raises(message: string) {
    await asyncio.sleep(0);
    throw new asyncio.CancelledError(message);
  });

  const cancelsItself = asyncio.coroutine(async function cancels_itself() {
    asyncio.current_task()!.cancel('myself');
    await asyncio.sleep(1);
  });

  const awaits = asyncio.coroutine(async function awaits(future: asyncio.Future) {
    await future;
  });

  let tasks: asyncio.Task[] = [];
  const cancelled = (): boolean[] => tasks.map((task) => task.cancelled());
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    const future = asyncio.get_running_loop().create_future();
    const all = [raises('by hand'), cancelsItself(), awaits(future), asyncio.sleep(2, 'rest')];
    tasks = all.map((one) => group.create_task<unknown>(one));
    tasks[0]!.add_done_callback(() => {
      future.cancel('the future');
    });
    await asyncio.sleep(1);
    trace('the body goes on', cancelled(), group);
  });
  trace('ended', tasks[3]!.result());
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      tasks = [1, 2].map(() => group.create_task(asyncio.sleep(5)));
      await raises('from the body');
    });
  } catch (error) {
    trace('a body does', error, cancelled(), asyncio.current_task()!.cancelling());
  }
});
