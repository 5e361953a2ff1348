/** Connections, servers and streams: their keywords. Nothing is called here. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

declare const loop: asyncio.AbstractEventLoop;
declare const sock: asyncio.socket.socket;
declare const transport: asyncio.Transport;
declare const writer: asyncio.StreamWriter;
declare const sslcontext: asyncio.ssl.SSLContext;
declare const data: Uint8Array;

class Echo extends asyncio.Protocol {
  readonly name: string = 'echo';
}
type Made = asyncio.Coroutine<[transport: asyncio.Transport, protocol: Echo]>;

// keywords may begin after any argument
expectTypeOf(() => loop.create_connection(Echo, 'localhost', 80, { ssl: true })).returns.toEqualTypeOf<Made>();
expectTypeOf(() => loop.create_connection(Echo, 'localhost', { port: 80 })).returns.toEqualTypeOf<Made>();
expectTypeOf(() => loop.create_connection(Echo, { sock })).returns.toEqualTypeOf<Made>();
expectTypeOf(() => loop.create_connection({ protocol_factory: Echo, sock })).returns.toEqualTypeOf<Made>();
expectTypeOf(() => loop.connect_accepted_socket(Echo, { sock })).returns.toEqualTypeOf<Made>();
expectTypeOf(() => loop.connect_accepted_socket({ protocol_factory: Echo, sock })).returns.toEqualTypeOf<Made>();
expectTypeOf(() => loop.create_server(Echo, null, { port: 0 })).returns.toEqualTypeOf<
  asyncio.Coroutine<asyncio.Server>
>();
// @ts-expect-error A socket is needed.
void (() => loop.connect_accepted_socket(Echo));
// @ts-expect-error There is no such keyword.
void (() => loop.create_server(Echo, { ports: 0 }));
// @ts-expect-error No loop takes it any more.
void (() => loop.create_datagram_endpoint(asyncio.DatagramProtocol, { reuse_address: true }));

// TLS on a connection that stands
const secure = (): asyncio.Coroutine<asyncio.Transport> => loop.start_tls(transport, new Echo(), sslcontext);
expectTypeOf(secure).returns.toEqualTypeOf<asyncio.Coroutine<asyncio.Transport>>();
void (() => loop.start_tls(transport, new Echo(), { sslcontext, server_side: true }));
void (() => loop.start_tls(transport, { protocol: new Echo(), sslcontext }));
void (() => loop.start_tls({ transport, protocol: new Echo(), sslcontext }));
void (() => writer.start_tls({ sslcontext, server_hostname: 'localhost' }));

// names and sockets
void (() => loop.getaddrinfo('localhost', { port: 80, family: 0 }));
void (() => loop.getaddrinfo({ host: 'localhost', port: 80 }));
void (() => loop.getnameinfo({ sockaddr: ['127.0.0.1', 80] }));
expectTypeOf(() => loop.sock_recv(sock, { n: 1 })).returns.toEqualTypeOf<asyncio.Coroutine<Uint8Array>>();
expectTypeOf(() => loop.sock_recv({ sock, n: 1 })).returns.toEqualTypeOf<asyncio.Coroutine<Uint8Array>>();
expectTypeOf(() => loop.sock_sendto(sock, { data, address: ['::1', 1] })).returns.toEqualTypeOf<
  asyncio.Coroutine<number>
>();
void (() => loop.sock_sendfile({ sock, file: 3, count: 10 }));
void (() => loop.sendfile(transport, 3, 0, { count: 10 }));
void (() => {
  sock.setsockopt(1, 2, true);
  sock.setsockopt(0, 35, data);
  // @ts-expect-error An option is a number or bytes.
  sock.setsockopt(0, 35, '224.1.1.1');
});
// @ts-expect-error The contract's `nbytes` is `n` in all loops.
void (() => loop.sock_recv(sock, { nbytes: 1 }));

// transports, writers and servers
void (() => {
  transport.write({ data });
  transport.writelines({ list_of_data: [data] });
  transport.set_protocol({ protocol: new Echo() });
  transport.set_write_buffer_limits(10, { low: 1 });
  writer.writelines({ data: [data] });
});
void (() => new asyncio.StreamWriter(transport, new Echo(), { reader: null, loop }));
void (() => new asyncio.Server(loop, [sock], Echo, null, 100, { ssl_handshake_timeout: null }));
// @ts-expect-error The time limit of the handshake must be given, if only as null.
void (() => new asyncio.Server(loop, [sock], Echo, null, 100));

// streams
void (() => asyncio.open_connection('localhost', { port: 80, limit: 10 }));
void (() => asyncio.start_server({ client_connected_cb: () => undefined, host: null, port: 0 }));
void (() => asyncio.start_unix_server({ client_connected_cb: () => undefined, path: '/run/socket' }));
