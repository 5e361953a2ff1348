import * as asyncio from 'asyncio-ts';

const fetch_page = asyncio.coroutine(async (name: string, delay: number) => {
  await asyncio.sleep(delay);
  return `${name} after ${delay} s`;
});

const main = asyncio.coroutine(async () => {
  const pages = [fetch_page('slow', 3), fetch_page('fast', 1), fetch_page('medium', 2)];
  for await (const page of asyncio.as_completed(pages)) {
    console.log(await page);
  }
});

await asyncio.run(main());
