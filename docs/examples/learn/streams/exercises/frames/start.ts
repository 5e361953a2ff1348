import * as asyncio from 'asyncio-ts';

const feed = asyncio.coroutine(async (reader: asyncio.StreamReader) => {
  // The first byte of each frame is its length.
  for (const piece of [
    [3, 10],
    [20, 30, 2],
    [40, 50, 4, 60],
  ]) {
    reader.feed_data(Uint8Array.from(piece));
    await asyncio.sleep(1);
  }
  reader.feed_eof();
});

const main = asyncio.coroutine(async () => {
  const reader = new asyncio.StreamReader();
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(feed(reader));
    while (!reader.at_eof()) {
      const [size] = await reader.read(1);
      if (size === undefined) break;
      const frame = await reader.read(size);
      console.log(`frame ${frame.join(' ')}`);
    }
  });
});

await asyncio.run(main());
