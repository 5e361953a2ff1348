import * as asyncio from 'asyncio-ts';

const { ssl } = asyncio;
const ofServer = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, { cafile: 'ca.pem' });
ofServer.load_cert_chain('localhost.pem', 'localhost.key');
ofServer.verify_mode = ssl.CERT_REQUIRED;

const ofClient = ssl.create_default_context({ cafile: 'ca.pem' });
ofClient.load_cert_chain('client.pem', 'client.key');

const name = (_: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
  const certificate = writer.get_extra_info('peercert') as asyncio.ssl.Certificate;
  const [[[, commonName]]] = certificate.subject as [[[string, string]]];
  writer.write(new TextEncoder().encode(commonName));
  writer.close();
};
const main = asyncio.coroutine(async () => {
  const server = await asyncio.start_server(name, 'localhost', 0, { ssl: ofServer });
  const [, port] = server.sockets[0]!.getsockname();
  const [reader, writer] = await asyncio.open_connection('localhost', port, { ssl: ofClient });
  const answer = await reader.read();
  writer.close();
  server.close();
  return new TextDecoder().decode(answer);
});
await asyncio.run(main()); // => 'client'
