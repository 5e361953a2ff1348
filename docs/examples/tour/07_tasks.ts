/** create_task() starts a coroutine; ensure_future() takes a future as well. */
import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async (name: string, delay: number) => {
  console.log(`  ${name} starts`);
  await asyncio.sleep(delay);
  console.log(`  ${name} ends`);
  return name.toUpperCase();
});

const main = asyncio.coroutine(async () => {
  // A coroutine becomes a task. Its body starts when main() awaits something.
  const slow = asyncio.create_task(work('slow', 0.4), { name: 'my task' });
  const fast = asyncio.ensure_future(work('fast', 0.2));
  console.log(`${slow.get_name()} is done: ${slow.done()}`);
  console.log(`fast is a Task as well: ${fast instanceof asyncio.Task}`);

  // A task or a future stays what it is.
  console.log(`ensure_future(fast) is fast: ${asyncio.ensure_future(fast) === fast}`);

  console.log('main waits');
  console.log(await slow, await fast);
  console.log(`${slow.get_name()} is done: ${slow.done()}`);
});

await asyncio.run(main());
