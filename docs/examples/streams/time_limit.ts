import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const server = await asyncio.start_server(() => undefined, '127.0.0.1', 0);
  const [host, port] = server.sockets[0]!.getsockname();
  const [reader, writer] = await asyncio.open_connection(host, port);
  let outcome = 'a line';
  try {
    await asyncio.wait_for(reader.readline(), 0.02);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    outcome = 'too slow';
  }
  writer.close();
  server.close();
  server.close_clients();
  return outcome;
});
await asyncio.run(main()); // => 'too slow'
