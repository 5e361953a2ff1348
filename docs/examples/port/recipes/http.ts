import * as asyncio from 'asyncio-ts';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const get = asyncio.coroutine(async (url: string) => {
  const answer = await asyncio.wrap_future(fetch(url, { signal: asyncio.abort_signal() }));
  if (!answer.ok) throw new asyncio.RuntimeError(`${answer.status} ${answer.statusText}`); // raise_for_status()
  return await asyncio.wrap_future(answer.text());
});

const serve = asyncio.coroutine(async (request: IncomingMessage, response: ServerResponse) => {
  await asyncio.sleep(0.01);
  response.end(`you want ${request.url}`);
});

const main = asyncio.coroutine(async () => {
  const server = createServer(asyncio.host_callback(serve));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await asyncio.wait_for(get(`http://127.0.0.1:${port}/news`), 5);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

await asyncio.run(main()); // => 'you want /news'
