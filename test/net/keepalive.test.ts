/** Whether the system asks an idle peer if it is still there. A silent peer takes hours; the system shows its timer at once. */
import { existsSync, readFileSync } from 'node:fs';
import * as asyncio from 'asyncio-ts';
import { failOnNoise } from '../support/outcomes';

const { SO_KEEPALIVE, socket, SOL_SOCKET } = asyncio.socket;

failOnNoise();

/** Linux's table of connections. */
const TABLE = '/proc/net/tcp';

/** Elsewhere the tests show as skipped: there is nothing to look at. */
const describeOnLinux = existsSync(TABLE) ? describe : describe.skip;

const hex = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');

/** Whether the timer of a connection from one port to another is the one that asks the peer. */
function asksPeer(local: number, remote: number): boolean {
  for (const line of readFileSync(TABLE, 'latin1').split('\n').slice(1)) {
    const [, from = '', to = '', , , timer = ''] = line.trim().split(/\s+/);
    if (from.endsWith(`:${hex(local)}`) && to.endsWith(`:${hex(remote)}`)) return timer.startsWith('02:');
  }
  throw new Error('there is no such connection');
}

/** Connects to a server, and tells whether the server's side asks, and whether the client's does. */
const sides = asyncio.coroutine(async (keep_alive: boolean, prepare: (client: asyncio.Transport) => void) => {
  const loop = asyncio.get_running_loop();
  const accepted = new asyncio.Event();
  const server = await asyncio.start_server(() => accepted.set(), '127.0.0.1', 0, { keep_alive });
  const port = server.sockets[0]!.getsockname()[1];
  const [client] = await loop.create_connection(asyncio.Protocol, '127.0.0.1', port);
  prepare(client);
  await accepted.wait();
  const [, own] = client.get_extra_info('sockname') as [string, number];
  const told = [asksPeer(port, own), asksPeer(own, port)];
  client.close();
  server.close();
  server.close_clients();
  return told;
});

const asks = (client: asyncio.Transport): void => {
  const sock = client.get_extra_info('socket') as asyncio.socket.TransportSocket;
  sock.setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1);
};

describeOnLinux('what is set', () => {
  test('has the system ask the peers of a server with keep_alive', async () => {
    expect(await asyncio.run(sides(true, () => undefined))).toEqual([true, false]);
    expect(await asyncio.run(sides(false, () => undefined))).toEqual([false, false]);
  });

  test('has the system ask the peer of a transport whose socket is told to', async () => {
    expect(await asyncio.run(sides(false, asks))).toEqual([false, true]);
    expect(
      await asyncio.run(
        sides(false, (client) => {
          asks(client);
          const sock = client.get_extra_info('socket') as asyncio.socket.TransportSocket;
          sock.setsockopt(SOL_SOCKET, SO_KEEPALIVE, false);
        }),
      ),
    ).toEqual([false, false]);
  });

  test('has the system ask the peer of a socket that was told to before it was connected', async () => {
    const main = asyncio.coroutine(async () => {
      const loop = asyncio.get_running_loop();
      using server = new socket();
      using client = new socket();
      server.bind(['127.0.0.1', 0]);
      await server.listen();
      client.setsockopt(SOL_SOCKET, SO_KEEPALIVE, true);
      client.setblocking(false);
      server.setblocking(false);
      await loop.sock_connect(client, server.getsockname());
      const [connection] = await loop.sock_accept(server);
      const told = asksPeer(client.getsockname()[1], server.getsockname()[1]);
      connection.close();
      return told;
    });
    expect(await asyncio.run(main())).toBe(true);
  });
});
