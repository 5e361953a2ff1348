import * as asyncio from 'asyncio-ts';

const { ssl } = asyncio;
const ofServer = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
ofServer.load_cert_chain('localhost.pem', 'localhost.key');
ofServer.set_alpn_protocols(['h2', 'http/1.1']);
const ofClient = ssl.create_default_context({ cafile: 'ca.pem' });
ofClient.set_alpn_protocols(['http/1.1', 'http/1.0']);

const main = asyncio.coroutine(async () => {
  const server = await asyncio.start_server((_, writer) => writer.close(), 'localhost', 0, { ssl: ofServer });
  const [, port] = server.sockets[0]!.getsockname();
  const [, writer] = await asyncio.open_connection('localhost', port, { ssl: ofClient });
  const session = writer.get_extra_info('ssl_object') as asyncio.ssl.SSLObject;
  const { subjectAltName } = writer.get_extra_info('peercert') as asyncio.ssl.Certificate;
  writer.close();
  server.close();
  return [session.selected_alpn_protocol(), session.version(), subjectAltName?.[0]];
});
await asyncio.run(main()); // => ['http/1.1', 'TLSv1.3', ['DNS', 'localhost']]
