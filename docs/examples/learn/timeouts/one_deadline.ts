import * as asyncio from 'asyncio-ts';

const step = asyncio.coroutine(async (name: string, deadline: number) => {
  try {
    await asyncio.async_with(asyncio.timeout_at(deadline), async () => {
      await asyncio.sleep(2);
    });
    return `${name}: done`;
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    return `${name}: no time left`;
  }
});

const main = asyncio.coroutine(async () => {
  const deadline = asyncio.get_running_loop().time() + 3;
  return [await step('first', deadline), await step('second', deadline)];
});

await asyncio.run(main()); // => ['first: done', 'second: no time left']
