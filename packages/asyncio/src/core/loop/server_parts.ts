/** What servers are made of. */
import type { socket } from '../../socket/socket.js';
import type { SSLContext } from '../../ssl/context.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { BaseProtocol, ProtocolFactory } from '../contract/protocols.js';

/** What a {@link Server} is made of, as keywords. @public */
export interface ServerParts {
  /** The loop. */
  readonly loop: AbstractEventLoop;
  /** Sockets that are bound. They belong to the server from now on. */
  readonly sockets: readonly socket[];
  /** Makes the protocol of each connection. */
  readonly protocol_factory: ProtocolFactory<BaseProtocol>;
  /** TLS: the settings, with a certificate; null for none. */
  readonly ssl_context: SSLContext | null;
  /** How many connections may wait to be taken. */
  readonly backlog: number;
  /** Seconds that the handshake of TLS may take; null for 60. */
  readonly ssl_handshake_timeout: number | null;
  /** Seconds that the goodbye of TLS may take; null, or none, for 30. */
  readonly ssl_shutdown_timeout?: number | null | undefined;
}

/** The TLS of a server's connections. */
export interface ServerTLS {
  readonly ssl: SSLContext | null;
  readonly handshakeTimeout: number | null;
  readonly shutdownTimeout: number | null;
}

/** What a loop adds to the server that it makes. */
export interface ServerExtras {
  readonly keepAlive: boolean;
  /** Called when it is closed. */
  readonly cleanUp: (() => void) | null;
}
