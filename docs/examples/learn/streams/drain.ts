import * as asyncio from 'asyncio-ts';

const send = asyncio.coroutine(async (writer: asyncio.StreamWriter, blocks: Iterable<Uint8Array>) => {
  try {
    for (const block of blocks) {
      writer.write(block);
      await writer.drain();
    }
  } finally {
    writer.close();
    await writer.wait_closed();
  }
});
