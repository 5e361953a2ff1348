/** From a stream to a transport whose protocol knows of it. */
import type { ByteStream } from '../../host/network.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { callFactory } from '../../core/common/factories.js';
import type { Future } from '../../core/futures/futures.js';
import type { BaseProtocol } from '../../core/contract/protocols.js';
import type { ServerTLS } from '../../core/loop/server_parts.js';
import type { Transport } from '../../core/contract/transports.js';
import { toAddress } from '../../socket/addresses.js';
import { SOCK_STREAM } from '../../socket/constants.js';
import { TransportSocket } from '../../socket/transport_socket.js';
import { SSLProtocol } from '../tls/ssl_protocol.js';
import { sslSettings } from '../tls/ssl_settings.js';
import { StreamTransport, type Owner } from './stream_transport.js';
import type { TLSOptions } from '../tls/tls_options.js';

/** Makes the protocol and its transport, and waits until the one knows of the other. */
export function* makeTransport(
  loop: AbstractEventLoop,
  stream: ByteStream,
  factory: unknown,
  options: TLSOptions,
): Gen<[Transport, BaseProtocol]> {
  const waiter = loop.create_future<null>();
  let protocol: BaseProtocol;
  let transport: Transport;
  try {
    protocol = callFactory(factory, []) as BaseProtocol;
    transport = transportOn(loop, stream, protocol, waiter, null, options);
  } catch (error) {
    stream.destroy();
    throw error;
  }
  try {
    yield* waiter;
  } catch (error) {
    transport.close();
    throw error;
  }
  return [transport, protocol];
}

/** The transport of a stream. */
function transportOn(
  loop: AbstractEventLoop,
  stream: ByteStream,
  protocol: BaseProtocol,
  waiter: Future<null>,
  server: Owner | null,
  options: TLSOptions,
): Transport {
  const parts = { stream, server, extra: extraOf(stream) };
  if (options.ssl === null || options.ssl === false) return new StreamTransport(loop, { ...parts, protocol, waiter });
  const secure = new SSLProtocol(loop, protocol, sslSettings(loop, options), waiter, false);
  // The lower transport calls the protocol of TLS, and lives by that.
  new StreamTransport(loop, { ...parts, protocol: secure, waiter: null });
  return secure._appTransport;
}

/** What `get_extra_info` knows of any stream. */
function extraOf(stream: ByteStream): Record<string, unknown> {
  return {
    socket: new TransportSocket(stream, SOCK_STREAM),
    sockname: toAddress(stream.local),
    peername: toAddress(stream.remote),
  };
}

/** The transport of a connection that a server has taken. */
export function makeServerTransport(loop: AbstractEventLoop, given: readonly unknown[]): Transport {
  const [stream, protocol, waiter, server, tls] = given as [ByteStream, BaseProtocol, Future<null>, Owner, ServerTLS];
  return transportOn(loop, stream, protocol, waiter, server, { ...tls, hostname: null, isServer: true });
}
