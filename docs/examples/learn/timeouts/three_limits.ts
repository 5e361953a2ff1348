/** wait_for() ends what is too slow, wait() stops waiting, shield() lets it go on. */
import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(2);
  return 'result';
});

const state = (task: asyncio.Task<unknown>) =>
  task.cancelled() ? 'cancelled' : task.done() ? 'done' : 'still at work';

const main = asyncio.coroutine(async () => {
  const first = asyncio.create_task(work());
  const second = asyncio.create_task(work());
  const third = asyncio.create_task(work());
  try {
    await asyncio.wait_for(first, 0.5);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log(`wait_for: the task is ${state(first)}`);
  }

  await asyncio.wait([second], { timeout: 0.5 });
  console.log(`wait: the task is ${state(second)}`);

  try {
    await asyncio.wait_for(asyncio.shield(third), 0.5);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log(`shield: the task is ${state(third)}`);
  }

  console.log(await second, await third);
});

await asyncio.run(main());
