import * as asyncio from 'asyncio-ts';

const fetch_page = asyncio.coroutine(async (name: string, seconds: number) => {
  await asyncio.sleep(seconds);
  return `page ${name}`;
});

const main = asyncio.coroutine(async () => {
  const news = await fetch_page('news', 3);
  const weather = await fetch_page('weather', 2);
  const sports = await fetch_page('sports', 1);
  console.log([news, weather, sports].join(', '));
});

await asyncio.run(main());
