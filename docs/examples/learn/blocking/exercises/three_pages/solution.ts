import * as asyncio from 'asyncio-ts';

const fetch_page = asyncio.coroutine(async (name: string, seconds: number) => {
  await asyncio.sleep(seconds);
  return `page ${name}`;
});

const main = asyncio.coroutine(async () => {
  const pages = await asyncio.gather(fetch_page('news', 3), fetch_page('weather', 2), fetch_page('sports', 1));
  console.log(pages.join(', '));
});

await asyncio.run(main());
