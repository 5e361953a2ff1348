import * as asyncio from 'asyncio-ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const feed = asyncio.coroutine(async (reader: asyncio.StreamReader) => {
  for (const piece of ['log', 'in Ada\nsay hel', 'lo\nlogout']) {
    reader.feed_data(encode(piece));
    await asyncio.sleep(1);
  }
  reader.feed_eof();
});

const main = asyncio.coroutine(async () => {
  const reader = new asyncio.StreamReader();
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(feed(reader));
    for (let data = await reader.read(100); data.length > 0; data = await reader.read(100)) {
      console.log(`command: ${decode(data).trimEnd()}`);
    }
  });
});

await asyncio.run(main());
