import * as asyncio from 'asyncio-ts';

const load_settings = asyncio.coroutine(async () => {
  console.log('loading');
  await asyncio.sleep(1);
  return 'dark';
});

const widget = asyncio.coroutine(async (name: string, settings: asyncio.Awaitable<string>) => {
  console.log(`${name} is ${await settings}`);
});

const main = asyncio.coroutine(async () => {
  const settings = load_settings();
  await asyncio.gather(widget('menu', settings), widget('clock', settings));
});

await asyncio.run(main());
