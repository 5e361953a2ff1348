import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';
import { Echo, Talk } from '../support/echo_protocol.js';

const CONNECTIONS = 100;

await bench(async (count) => {
  const loop = asyncio.get_running_loop();
  const server = await loop.create_server(Echo, '127.0.0.1', 0);
  const [, port] = server.sockets[0]!.getsockname();
  const ends: asyncio.Future<number>[] = [];
  for (let index = 0; index < CONNECTIONS; index++) {
    const [, talk] = await loop.create_connection(() => new Talk(count / CONNECTIONS), '127.0.0.1', port);
    ends.push(talk.end);
  }
  const done: number[] = await asyncio.gather(...ends);
  server.close();
  await server.wait_closed();
  return done.reduce((sum, each) => sum + each);
});
