import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

import { bench } from '../support/promises.js';

const CONNECTIONS = 100;
const SIZE = 1024;

/** The rounds of a client, by events: there is nothing faster in `node:net`. */
function talk(port: number, count: number): Promise<number> {
  return new Promise((resolve) => {
    const message = new Uint8Array(SIZE);
    let done = 0;
    let received = 0;
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => {
      socket.write(message);
    });
    socket.on('data', (data) => {
      received += data.length;
      if (received < SIZE) return;
      received -= SIZE;
      done += 1;
      if (done < count) {
        socket.write(message);
      } else {
        socket.destroy();
        resolve(done);
      }
    });
  });
}

await bench(async (count) => {
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('data', (data) => socket.write(data));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const done = await Promise.all(Array.from({ length: CONNECTIONS }, () => talk(port, count / CONNECTIONS)));
  server.close();
  await once(server, 'close');
  return done.reduce((sum, each) => sum + each);
});
