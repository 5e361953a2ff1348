/** A message of known length, a field up to a mark, and a message that is cut off. */
import * as asyncio from 'asyncio-ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const receive = asyncio.coroutine(async (reader: asyncio.StreamReader) => {
  const size = parseInt(decode(await reader.readuntil(encode(':'))));
  return decode(await reader.readexactly(size));
});

const main = asyncio.coroutine(async () => {
  const reader = new asyncio.StreamReader();
  reader.feed_data(encode('5:hello11:how are you8:good'));
  reader.feed_eof();
  try {
    while (true) console.log(await receive(reader));
  } catch (error) {
    if (!(error instanceof asyncio.IncompleteReadError)) throw error;
    const { expected, partial } = error;
    console.log(`${expected} bytes were announced, ${partial.length} have come`);
  }
});

await asyncio.run(main());
