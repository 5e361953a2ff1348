import { createServer, connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';

import { bench } from '../support/promises.js';

const CHUNK = 1024 * 1024;

await bench(async (count) => {
  let received = 0;
  const server = createServer((socket) => {
    socket.on('data', (data) => {
      received += data.length;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const chunk = new Uint8Array(CHUNK);
  for (let index = 0; index < count; index++) if (!socket.write(chunk)) await once(socket, 'drain');
  socket.end();
  socket.resume();
  await once(socket, 'close');
  server.close();
  await once(server, 'close');
  return received / CHUNK;
});
