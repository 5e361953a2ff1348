import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  let received = 0;
  const count = asyncio.coroutine(async (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
    for (let block = await reader.read(65536); block.length > 0; block = await reader.read(65536))
      received += block.length;
    writer.close();
  });
  const server = await asyncio.start_server(count, '127.0.0.1', 0);
  const [host, port] = server.sockets[0]!.getsockname();
  const [reader, writer] = await asyncio.open_connection(host, port);
  for (let sent = 0; sent < 100; sent++) {
    writer.write(new Uint8Array(100_000));
    await writer.drain();
  }
  writer.write_eof();
  await reader.read();
  writer.close();
  server.close();
  return received;
});
await asyncio.run(main()); // => 10000000
