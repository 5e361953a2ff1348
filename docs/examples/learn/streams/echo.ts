/** A server that shouts back, and a client. */
'use asyncio';
import * as asyncio from 'asyncio-ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function shout(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
  for await (const line of reader) {
    writer.write(encode(decode(line).toUpperCase()));
    await writer.drain();
  }
  writer.close();
  await writer.wait_closed();
}

async function main() {
  const server = await asyncio.start_server(shout, '127.0.0.1', 0);
  const [host, port] = server.sockets[0]!.getsockname();

  const [reader, writer] = await asyncio.open_connection(host, port);
  for (const text of ['hello', 'is anybody there?']) {
    writer.write(encode(`${text}\n`));
    await writer.drain();
    console.log(decode(await reader.readline()).trimEnd());
  }
  writer.close();
  await writer.wait_closed();

  server.close();
  await server.wait_closed();
}

await asyncio.run(main());
