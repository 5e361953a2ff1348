/** The types of TLS: what takes a context, and what it gives. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

const { ssl } = asyncio;
type Streams = [asyncio.StreamReader, asyncio.StreamWriter];
declare const loop: asyncio.AbstractEventLoop;
declare const transport: asyncio.Transport;
declare const writer: asyncio.StreamWriter;
declare const sock: asyncio.socket.socket;

const context = ssl.create_default_context({ cafile: 'ca.pem' });
expectTypeOf(context).toEqualTypeOf<asyncio.ssl.SSLContext>();

// A client takes a context, true for the usual one, false and null for none.
expectTypeOf(asyncio.open_connection('localhost', 443, { ssl: context })).toEqualTypeOf<asyncio.Coroutine<Streams>>();
void asyncio.open_connection('localhost', 443, { ssl: true, ssl_handshake_timeout: 5, ssl_shutdown_timeout: 5 });
void asyncio.open_connection('localhost', 443, { ssl: null });
void asyncio.open_connection({ sock, ssl: context, server_hostname: 'localhost' });
void asyncio.open_unix_connection('/path', { ssl: context, server_hostname: 'localhost' });
// @ts-expect-error -- a name is no context
void asyncio.open_connection('localhost', 443, { ssl: 'TLSv1.3' });
// @ts-expect-error -- seconds are a number
void asyncio.open_connection('localhost', 443, { ssl: context, ssl_handshake_timeout: '5' });

// A server takes a context or nothing.
const nothing = (): void => undefined;
expectTypeOf(asyncio.start_server(nothing, 'localhost', 443, { ssl: context })).toEqualTypeOf<
  asyncio.Coroutine<asyncio.Server>
>();
// @ts-expect-error -- there is no usual certificate
void asyncio.start_server(nothing, 'localhost', 443, { ssl: true });

// The methods of the loop keep the type of the protocol.
class Mine extends asyncio.Protocol {}
expectTypeOf(loop.create_connection(Mine, 'localhost', 443, { ssl: context })).toEqualTypeOf<
  asyncio.Coroutine<[asyncio.Transport, Mine]>
>();
expectTypeOf(loop.connect_accepted_socket(() => new Mine(), sock, { ssl: context })).toEqualTypeOf<
  asyncio.Coroutine<[asyncio.Transport, Mine]>
>();

// start_tls gives the transport that takes the place of the other.
expectTypeOf(loop.start_tls(transport, new Mine(), context, { server_side: true })).toEqualTypeOf<
  asyncio.Coroutine<asyncio.Transport>
>();
expectTypeOf(writer.start_tls(context, { server_hostname: 'localhost' })).toEqualTypeOf<asyncio.Coroutine<null>>();
// @ts-expect-error -- a context has to be given
void loop.start_tls(transport, new Mine());
