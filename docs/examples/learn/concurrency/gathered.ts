import * as asyncio from 'asyncio-ts';

const fetch_page = asyncio.coroutine(async (name: string, delay: number) => {
  await asyncio.sleep(delay);
  console.log(`  ${name} arrives`);
  if (name === 'broken') throw new asyncio.ValueError('no such page');
  return name.toUpperCase();
});

const main = asyncio.coroutine(async () => {
  const pages = await asyncio.gather(fetch_page('slow', 3), fetch_page('fast', 1));
  console.log(pages.join(', '));

  const slow = asyncio.create_task(fetch_page('slow', 3));
  try {
    await asyncio.gather(slow, fetch_page('broken', 1));
  } catch (error) {
    if (!(error instanceof asyncio.ValueError)) throw error;
    console.log(`caught: ${error.message}`);
  }
  console.log(`and slow goes on: ${await slow}`);
});

await asyncio.run(main());
