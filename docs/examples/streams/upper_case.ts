import * as asyncio from 'asyncio-ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const upper = asyncio.coroutine(async (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
  for await (const line of reader) writer.write(bytes(text(line).toUpperCase()));
  writer.close();
});

const main = asyncio.coroutine(async () => {
  const server = await asyncio.start_server(upper, '127.0.0.1', 0);
  const [host, port] = server.sockets[0]!.getsockname();

  const [reader, writer] = await asyncio.open_connection(host, port);
  writer.write(bytes('hello\n'));
  await writer.drain();
  const answer = await reader.readline();
  writer.close();
  await writer.wait_closed();

  server.close();
  await server.wait_closed();
  return text(answer);
});
await asyncio.run(main()); // => 'HELLO\n'
