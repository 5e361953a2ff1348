import * as asyncio from 'asyncio-ts';

const { ssl } = asyncio;

const ofServer = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
ofServer.load_cert_chain('localhost.pem', 'localhost.key');
const ofClient = ssl.create_default_context({ cafile: 'ca.pem' });

const greet = asyncio.coroutine(async (_: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
  writer.write(new TextEncoder().encode('hello\n'));
  writer.close();
  await writer.wait_closed();
});
const main = asyncio.coroutine(async () => {
  const server = await asyncio.start_server(greet, 'localhost', 0, { ssl: ofServer });
  const [, port] = server.sockets[0]!.getsockname();
  const [reader, writer] = await asyncio.open_connection('localhost', port, { ssl: ofClient });
  const line = await reader.readline();
  writer.close();
  server.close();
  return new TextDecoder().decode(line);
});
await asyncio.run(main()); // => 'hello\n'
