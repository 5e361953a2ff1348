import * as asyncio from 'asyncio-ts';

const { ssl } = asyncio;
const ofServer = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
ofServer.load_cert_chain('other.pem', 'other.key'); // for example.org and *.example.org
const ofClient = ssl.create_default_context({ cafile: 'ca.pem' });

const main = asyncio.coroutine(async () => {
  const server = await asyncio.start_server((_, writer) => writer.close(), '127.0.0.1', 0, { ssl: ofServer });
  const [host, port] = server.sockets[0]!.getsockname();
  const attempt = asyncio.coroutine(async (server_hostname: string) => {
    try {
      const [, writer] = await asyncio.open_connection(host, port, { ssl: ofClient, server_hostname });
      writer.close();
      return 'good';
    } catch (error) {
      if (!(error instanceof ssl.SSLCertVerificationError)) throw error;
      return error.verify_message;
    }
  });
  const told = [await attempt('www.example.org'), await attempt('localhost')];
  server.close();
  return told;
});
await asyncio.run(main()); // => ['good', "Hostname mismatch, certificate is not valid for 'localhost'."]
