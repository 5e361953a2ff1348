/** In a task group the first failure ends all others; then the group raises. */
import * as asyncio from 'asyncio-ts';

const part = asyncio.coroutine(async (number: number, duration: number) => {
  try {
    await asyncio.sleep(duration);
  } catch (error) {
    if (error instanceof asyncio.CancelledError) console.log(`part ${number} is stopped`);
    throw error;
  }
  if (number === 2) throw new asyncio.ValueError('part 2 is broken');
  console.log(`part ${number} is written`);
});

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      for (const number of [1, 2, 3]) group.create_task(part(number, number));
    });
  } catch (error) {
    asyncio.except_star(error, [
      asyncio.ValueError,
      (errors) => console.log(`failed: ${errors.exceptions[0]!.message}`),
    ]);
  }
  console.log('we remove the folder');
  await asyncio.sleep(2);
});

await asyncio.run(main());
