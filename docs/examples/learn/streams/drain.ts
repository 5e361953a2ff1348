'use asyncio';
import * as asyncio from 'asyncio-ts';

async function send(writer: asyncio.StreamWriter, blocks: Iterable<Uint8Array>) {
  try {
    for (const block of blocks) {
      writer.write(block);
      await writer.drain();
    }
  } finally {
    writer.close();
    await writer.wait_closed();
  }
}

async function count(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
  const received = await reader.read();
  console.log(`${received.length} bytes`);
  writer.close();
  await writer.wait_closed();
}

async function main() {
  await using server = await asyncio.start_server(count, '127.0.0.1', 0);
  const [host, port] = server.sockets[0]!.getsockname();
  const [reader, writer] = await asyncio.open_connection(host, port);
  await send(writer, Array<Uint8Array>(100).fill(new Uint8Array(65_536)));
  await reader.read();
}

await asyncio.run(main());
