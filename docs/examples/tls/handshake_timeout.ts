import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const server = await asyncio.start_server(() => undefined, '127.0.0.1', 0); // it says nothing
  const [host, port] = server.sockets[0]!.getsockname();
  try {
    await asyncio.open_connection(host, port, { ssl: true, ssl_handshake_timeout: 0.05 });
  } catch (error) {
    return asyncio.repr(error);
  } finally {
    server.close();
    server.close_clients();
  }
});
const text = 'SSL handshake is taking longer than 0.05 seconds: aborting the connection';
await asyncio.run(main()); // => `ConnectionAbortedError('${text}')`
