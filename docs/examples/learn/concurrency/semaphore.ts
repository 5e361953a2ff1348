import * as asyncio from 'asyncio-ts';

const limit = new asyncio.Semaphore(2);
let running = 0;
let most = 0;

const fetch_page = asyncio.coroutine(async (page: number) => {
  await asyncio.async_with(limit, async () => {
    most = Math.max(most, ++running);
    await asyncio.sleep(1);
    running -= 1;
  });
  return page;
});

const main = asyncio.coroutine(async () => {
  return await asyncio.gather(...[1, 2, 3, 4, 5, 6].map((page) => fetch_page(page)));
});

await asyncio.run(main()); // => [1, 2, 3, 4, 5, 6]
most; // => 2
