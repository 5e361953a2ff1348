import * as asyncio from 'asyncio-ts';

const fetch_page = asyncio.coroutine(async (name: string, seconds: number) => {
  await asyncio.sleep(seconds); // the network is at work, we aren't
  console.log(`  ${name} is here`);
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();

  let started = loop.time();
  await fetch_page('news', 2);
  await fetch_page('weather', 1);
  console.log(`one after the other: ${(loop.time() - started).toFixed(1)} s`);

  started = loop.time();
  await asyncio.gather(fetch_page('news', 2), fetch_page('weather', 1));
  console.log(`at once: ${(loop.time() - started).toFixed(1)} s`);
});

await asyncio.run(main());
