/** What arrives are pieces. What you read are lines. */
'use asyncio';
import * as asyncio from 'asyncio-ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function feed(reader: asyncio.StreamReader) {
  for (const piece of ['Twinkle, tw', 'inkle,\nlittle', ' star\nHow I won', 'der']) {
    await asyncio.sleep(1);
    console.log(`${asyncio.repr(piece)} arrives`);
    reader.feed_data(encode(piece));
  }
  await asyncio.sleep(1);
  reader.feed_eof();
}

async function main() {
  const reader = new asyncio.StreamReader();
  await using group = new asyncio.TaskGroup();
  group.create_task(feed(reader));
  for await (const line of reader) {
    console.log(`  a line: ${asyncio.repr(decode(line))}`);
  }
  console.log('  the end');
}

await asyncio.run(main());
