import * as asyncio from 'asyncio-ts';

const { ssl } = asyncio;
const bytes = (text: string) => new TextEncoder().encode(text);
const ofServer = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
ofServer.load_cert_chain('localhost.pem', 'localhost.key');
const ofClient = ssl.create_default_context({ cafile: 'ca.pem' });

const serve = asyncio.coroutine(async (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
  await reader.readline(); // STARTTLS
  writer.write(bytes('220 go ahead\r\n'));
  await writer.start_tls(ofServer);
  writer.write(bytes(`secret of ${String((await reader.readline()).length)} bytes\r\n`));
  writer.close();
});
const main = asyncio.coroutine(async () => {
  const server = await asyncio.start_server(serve, 'localhost', 0);
  const [, port] = server.sockets[0]!.getsockname();
  const [reader, writer] = await asyncio.open_connection('localhost', port);
  writer.write(bytes('STARTTLS\r\n'));
  await reader.readline();
  await writer.start_tls(ofClient, { server_hostname: 'localhost' });
  writer.write(bytes('password\r\n'));
  const answer = await reader.readline();
  writer.close();
  server.close();
  return new TextDecoder().decode(answer);
});
await asyncio.run(main()); // => 'secret of 10 bytes\r\n'
