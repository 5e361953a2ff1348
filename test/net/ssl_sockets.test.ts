/** TLS by sockets of a program's own: `sock=` of clients and servers, and sockets that something else has accepted. */
import * as asyncio from 'asyncio-ts';
import { bytes, clientContext, portOf, Recorder, serverContext, text } from '../support/tls';
import { failOnNoise } from '../support/outcomes';

failOnNoise();
jest.setTimeout(60_000);

/** A socket that is connected to a port. */
const connected = asyncio.coroutine(function* (port: number) {
  const sock = new asyncio.socket.socket();
  sock.setblocking(false);
  yield* asyncio.get_running_loop().sock_connect(sock, ['127.0.0.1', port]);
  return sock;
});

test('a client and a server are made of sockets', async () => {
  const main = asyncio.coroutine(function* () {
    const echo = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
      writer.write(yield* reader.readline());
      writer.close();
    });
    const listening = new asyncio.socket.socket();
    listening.bind(['127.0.0.1', 0]);
    const server = yield* asyncio.start_server(echo, { sock: listening, ssl: serverContext() });
    const sock = yield* connected(portOf(server));
    const options = { sock, ssl: clientContext(), server_hostname: 'localhost' };
    const [reader, writer] = yield* asyncio.open_connection(options);
    writer.write(bytes('by a socket\n'));
    const answer = text(yield* reader.read());
    writer.close();
    yield* writer.wait_closed();
    server.close();
    yield* server.wait_closed();
    return [answer, writer.get_extra_info('ssl_object') !== null, sock.fileno()];
  });
  expect(await asyncio.run(main())).toEqual(['by a socket\n', true, -1]);
});

test('a socket that was accepted becomes the server’s side of TLS', async () => {
  const main = asyncio.coroutine(function* () {
    const loop = asyncio.get_running_loop();
    const listening = new asyncio.socket.socket();
    listening.bind(['127.0.0.1', 0]);
    yield* asyncio.await_(listening.listen());
    listening.setblocking(false);
    const [, port] = listening.getsockname();
    const options = { ssl: clientContext(), server_hostname: 'localhost' };
    const connecting = asyncio.create_task(asyncio.open_connection('127.0.0.1', port, options));
    const [accepted] = yield* loop.sock_accept(listening);
    const server = new Recorder('server');
    const [transport] = yield* loop.connect_accepted_socket(() => server, accepted, { ssl: serverContext() });
    const [reader, writer] = yield* connecting;
    transport.write(bytes('welcome\n'));
    const line = text(yield* reader.readline());
    writer.close();
    yield* writer.wait_closed();
    yield* server.lost;
    listening.close();
    return [line, server.events];
  });
  expect(await asyncio.run(main())).toEqual(['welcome\n', ['server made', 'server eof', 'server lost None']]);
});

test('TLS by a socket needs the name of the server', async () => {
  const main = asyncio.coroutine(function* () {
    const server = yield* asyncio.start_server(() => undefined, '127.0.0.1', 0);
    const sock = yield* connected(portOf(server));
    const [error] = yield* asyncio.gather(asyncio.open_connection({ sock, ssl: clientContext() }), {
      return_exceptions: true,
    });
    sock.close();
    server.close();
    server.close_clients();
    return asyncio.repr(error);
  });
  expect(await asyncio.run(main())).toBe("ValueError('You must set server_hostname when using ssl without a host')");
});
