import * as asyncio from 'asyncio-ts';

const fetch_page = asyncio.coroutine(async (name: string, delay: number) => {
  await asyncio.sleep(delay);
  if (name === 'weather') throw new asyncio.ValueError('no weather today');
  return `page ${name}`;
});

const main = asyncio.coroutine(async () => {
  const pages = await asyncio.gather(fetch_page('news', 2), fetch_page('weather', 1), fetch_page('sports', 3), {
    return_exceptions: true,
  });
  for (const page of pages) console.log(page instanceof Error ? page.message : page);
});

await asyncio.run(main());
