import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const reader = new asyncio.StreamReader({ limit: 8 });
  reader.feed_data(new TextEncoder().encode('a line that is too long\n'));
  try {
    await reader.readline();
  } catch (error) {
    return asyncio.repr(error);
  }
});
await asyncio.run(main()); // => "ValueError('Separator is found, but chunk is longer than limit')"
