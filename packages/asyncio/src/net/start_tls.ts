/** `start_tls`: TLS on a connection that stands. */
import { signature } from '../builtins/arguments.js';
import { TypeError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import { isTrue } from '../builtins/truth.js';
import type { Gen } from '../core/awaitable.js';
import type { AbstractEventLoop } from '../core/events.js';
import type { BaseProtocol } from '../core/protocols.js';
import type { Transport } from '../core/transports.js';
import { SSLContext } from '../ssl/context.js';
import { SSLProtocol } from './ssl_protocol.js';
import { sslSettings } from './ssl_settings.js';
import { SSLTransport } from './ssl_transport.js';
import { StreamTransport } from './stream_transport.js';

const spec = signature('BaseEventLoop.start_tls', {
  positional: ['transport', 'protocol', 'sslcontext'],
  required: 3,
  keywordOnly: ['server_side', 'server_hostname', 'ssl_handshake_timeout', 'ssl_shutdown_timeout'],
  method: true,
});

export function* startTLS(loop: AbstractEventLoop, args: readonly unknown[]): Gen<Transport> {
  const bound = spec.bind(args);
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
