/** The arguments of TLS, which all that makes connections takes. */
import { TypeError, ValueError } from '../../builtins/exceptions.js';
import type { socket } from '../../socket/socket.js';
import type { SSLContext } from '../../ssl/context.js';

export interface TLSOptions {
  readonly ssl: SSLContext | boolean | null;
  readonly hostname: string | null;
  readonly handshakeTimeout: number | null;
  readonly shutdownTimeout: number | null;
  readonly isServer: boolean;
}

/** Without TLS its time limits make no sense. */
export function checkTimeouts(options: TLSOptions, usesTLS: boolean): void {
  if (usesTLS) return;
  if (options.handshakeTimeout !== null) throw new ValueError('ssl_handshake_timeout is only meaningful with ssl');
  if (options.shutdownTimeout !== null) throw new ValueError('ssl_shutdown_timeout is only meaningful with ssl');
}

/** TLS is asyncio's business: a socket that speaks it already can't be used. */
export function checkSSLSocket(sock: socket): void {
  if (sock.constructor.name === 'SSLSocket') throw new TypeError('Socket cannot be of type SSLSocket');
}
