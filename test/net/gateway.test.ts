/** Connections of a platform without sockets, by way of a gateway. */
import net, { type AddressInfo } from 'node:net';
import * as asyncio from 'asyncio-ts';
import WebSocket, { WebSocketServer } from 'ws';
import { setGatewayURL, setNetwork } from '#asyncio/host/network_registry';
import { webSockets, type SocketScope } from '#asyncio/host/websockets';
import { nodeNetwork } from '#asyncio/node/network';
import { calling, failOnNoise, settled } from '../support/outcomes';

failOnNoise();

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** A gateway as somebody would write it: the few lines that its documentation promises. */
function serveGateway(server: WebSocketServer, asked: string[]): void {
  server.options.verifyClient = (info, accept) => {
    const { searchParams } = new URL(info.req.url ?? '', 'ws://gateway');
    asked.push(`${String(searchParams.get('host'))}:${String(searchParams.get('port'))}`);
    const socket = net.connect({
      host: searchParams.get('host') ?? '',
      port: Number(searchParams.get('port')),
      allowHalfOpen: true,
    });
    const refuse = () => accept(false, 502);
    socket.once('error', refuse);
    socket.once('connect', () => {
      socket.off('error', refuse);
      Object.assign(info.req, { upstream: socket });
      accept(true);
    });
  };
  server.on('connection', (webSocket, request) => {
    const { upstream } = request as unknown as { upstream: net.Socket };
    webSocket.on('message', (data: Buffer) => (data.length > 0 ? upstream.write(data) : upstream.end()));
    webSocket.on('close', () => upstream.destroy());
    upstream.on('data', (data) => webSocket.send(data));
    upstream.on('end', () => webSocket.send(new Uint8Array(0)));
    upstream.on('error', () => webSocket.close(1011));
    upstream.on('close', (hadError) => webSocket.close(hadError ? 1011 : 1000));
  });
}

/** A server behind the gateway, in plain Node: it answers with what it has got, in capitals, at the end. */
const behind = net.createServer({ allowHalfOpen: true }, (socket) => {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => {
    if (chunk.includes('reset')) socket.resetAndDestroy();
    else if (chunk.includes('now')) socket.write('now');
    chunks.push(chunk);
  });
  socket.on('end', () => socket.end(Buffer.concat(chunks).toString().toUpperCase()));
  socket.on('error', () => undefined);
});

let gateway: WebSocketServer;
let port = 0;
let url = '';
let asked: string[] = [];

const scope = { WebSocket, setTimeout, queueMicrotask } as unknown as SocketScope;

beforeAll(async () => {
  gateway = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => gateway.once('listening', resolve));
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${String((gateway.address() as AddressInfo).port)}/`;
  port = (behind.address() as AddressInfo).port;
});

afterAll(() => {
  gateway.close();
  behind.close();
});

beforeEach(() => {
  asked = [];
  gateway.removeAllListeners('connection');
  serveGateway(gateway, asked);
  const reason = 'a browser gives no access to sockets';
  setNetwork(() => ({ reason, names: null, streams: null, datagrams: null, files: null, webSockets: scope }));
});

afterEach(() => {
  setGatewayURL(null);
  setNetwork(() => nodeNetwork);
});

const run = <T>(main: () => Promise<T>): Promise<T> => asyncio.run(asyncio.coroutine(main)());

test('a stream goes through the gateway, both ways, up to both ends', async () => {
  await run(async () => {
    asyncio.set_gateway(url);
    const [reader, writer] = await asyncio.open_connection('127.0.0.1', port);
    expect(writer.get_extra_info('peername')).toEqual(['127.0.0.1', port]);
    writer.write(bytes('hello '));
    writer.write(bytes('world'));
    writer.write_eof();
    expect(await settled(reader.read())).toBe("b'HELLO WORLD'");
    writer.close();
    expect(await settled(writer.wait_closed())).toBe('None');
    expect(asked).toEqual([`127.0.0.1:${String(port)}`]);
  });
});

test('much is sent and received, and flow control goes on', async () => {
  await run(async () => {
    asyncio.set_gateway({ url: `${url}?token=1` });
    const [reader, writer] = await asyncio.open_connection('127.0.0.1', port, { limit: 1000 });
    for (let count = 0; count < 50; count++) {
      writer.write(Buffer.alloc(10_000, 'x'));
      await writer.drain();
    }
    writer.write_eof();
    const all = await reader.read();
    expect(Buffer.compare(all, Buffer.alloc(500_000, 'X'))).toBe(0);
    writer.close();
    await writer.wait_closed();
  });
});

test('what the other side resets is reset', async () => {
  await run(async () => {
    asyncio.set_gateway(url);
    const [reader, writer] = await asyncio.open_connection('127.0.0.1', port);
    writer.write(bytes('reset'));
    expect(await settled(reader.read())).toBe('ConnectionResetError: [Errno 104] Connection reset by peer');
    await settled(writer.wait_closed());
  });
});

test('a connection that the gateway can’t make is refused', async () => {
  await run(async () => {
    asyncio.set_gateway(url);
    expect(await settled(asyncio.open_connection('127.0.0.1', 1))).toBe(
      'ConnectionRefusedError: [Errno 111] Connection refused',
    );
  });
});

test('an attempt that is cancelled is given up', async () => {
  await run(async () => {
    asyncio.set_gateway(url);
    const task = asyncio.create_task(asyncio.open_connection('127.0.0.1', port));
    await asyncio.sleep(0);
    task.cancel();
    expect(await settled(task)).toBe('CancelledError');
  });
});

test('closing the transport is told to the other side', async () => {
  const closed = new Promise((resolve) => behind.once('connection', (socket) => socket.once('close', resolve)));
  await run(async () => {
    asyncio.set_gateway(url);
    const [reader, writer] = await asyncio.open_connection('127.0.0.1', port);
    writer.write(bytes('now'));
    expect(await settled(reader.readexactly(3))).toBe("b'now'");
    writer.close();
    await writer.wait_closed();
  });
  await closed;
});

test('without a gateway, and for all else, the reason is given', async () => {
  const reason = 'NotImplementedError: a browser gives no access to sockets';
  await run(async () => {
    const loop = asyncio.get_running_loop();
    expect(await settled(asyncio.open_connection('127.0.0.1', 1))).toBe(
      `${reason}; set_gateway(url) names a WebSocket server that connects instead`,
    );
    asyncio.set_gateway(url);
    expect(await settled(asyncio.open_connection('127.0.0.1', 1, { local_addr: ['127.0.0.1', 0] }))).toBe(
      'NotImplementedError: the gateway chooses the local address of the connection',
    );
    const factory = asyncio.DatagramProtocol;
    expect(await settled(asyncio.start_server(() => undefined, '127.0.0.1', 0))).toBe(reason);
    expect(await settled(loop.create_datagram_endpoint(factory, { local_addr: ['127.0.0.1', 0] }))).toBe(reason);
    expect(await settled(asyncio.open_unix_connection('/x'))).toBe(reason);
    expect(await settled(loop.getaddrinfo('example.invalid', 1))).toBe(reason);
  });
});

test('its URL is text', () => {
  expect(calling(asyncio, 'set_gateway', 5)).toBe('TypeError: the URL of a gateway has to be a str, not int');
  expect(calling(asyncio, 'set_gateway', null)).toBe('None');
});

test('a platform without WebSockets has no gateway', () => {
  expect(webSockets({ setTimeout, queueMicrotask })).toBeNull();
});
