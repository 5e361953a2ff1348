/** `start_tls`: TLS on a connection that stands. */
import { TypeError } from '../../builtins/exceptions.js';
import { repr } from '../../builtins/repr.js';
import { isTrue } from '../../builtins/truth.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { BaseProtocol } from '../../core/contract/protocols.js';
import type { Transport } from '../../core/contract/transports.js';
import { SSLContext } from '../../ssl/context.js';
import { SSLProtocol } from '../tls/ssl_protocol.js';
import { sslSettings } from '../tls/ssl_settings.js';
import { SSLTransport } from '../tls/ssl_transport.js';
import { StreamTransport } from './stream_transport.js';

export function* startTLS(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<Transport> {
  const [transport, protocol, ssl] = bound as [unknown, BaseProtocol, unknown];
  if (!(ssl instanceof SSLContext)) {
    throw new TypeError(`sslcontext is expected to be an instance of ssl.SSLContext, got ${repr(ssl)}`);
  }
  if (!(transport instanceof StreamTransport) && !(transport instanceof SSLTransport)) {
    throw new TypeError(`transport ${repr(transport)} is not supported by start_tls()`);
  }
  const options = {
    ssl,
    isServer: isTrue(bound[3] ?? false),
    hostname: (bound[4] ?? null) as string | null,
    handshakeTimeout: (bound[5] ?? null) as number | null,
    shutdownTimeout: (bound[6] ?? null) as number | null,
  };
  const waiter = loop.create_future<null>();
  const secure = new SSLProtocol(loop, protocol, sslSettings(loop, options), waiter, true);
  // What comes now is TLS, and must not reach a protocol that doesn't know its transport.
  transport.pause_reading();
  transport.set_protocol(secure);
  const made = loop.call_soon(() => {
    secure.connection_made(transport);
  });
  const resumed = loop.call_soon(() => {
    transport.resume_reading();
  });
  try {
    yield* waiter;
  } catch (error) {
    transport.close();
    made.cancel();
    resumed.cancel();
    throw error;
  }
  return secure._appTransport;
}
