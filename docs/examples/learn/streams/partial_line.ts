import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const reader = new asyncio.StreamReader();
  reader.feed_data(new TextEncoder().encode('half a li'));
  try {
    await asyncio.wait_for(reader.readline(), 30);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
  }
  reader.feed_data(new TextEncoder().encode('ne\n'));
  return new TextDecoder().decode(await reader.readline());
});
await asyncio.run(main()); // => 'half a line\n'
