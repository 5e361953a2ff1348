/** Streams of TLS, by Node's `tls`. */
import type * as Crypto from 'node:crypto';
import type * as Net from 'node:net';
import type * as Tls from 'node:tls';
import nodeProcess from 'node:process';

import type { ByteStream, Endpoint } from '../host/network.js';
import type { SecureOptions, TLSContext, TLSSession } from '../host/tls.js';
import { NodeStream } from './streams.js';

const tls = (): typeof Tls => nodeProcess.getBuiltinModule('node:tls');

/** The inner side of a socket: only there Node says why a client's certificate isn't to be trusted. */
interface Inner {
  readonly ssl?: { verifyError(): (Error & { readonly code?: string }) | null } | null;
}

/** A stream of TLS over a stream of Node's. */
class SecureStream extends NodeStream {
  override readonly local: Endpoint | null;
  override readonly remote: Endpoint | null;
  readonly #options: SecureOptions;
  #isSecured = false;
  /** The goodbye and all that was written before it are on their way to the system. */
  #isEnding = false;

  constructor(socket: Tls.TLSSocket, below: ByteStream, options: SecureOptions) {
    super(socket, '');
    this.local = below.local;
    this.remote = below.remote;
    this.#options = options;
    if (options.keys !== null) socket.on('keylog', options.keys);
    socket.once(options.isServer ? 'secure' : 'secureConnect', () => {
      this.#isSecured = true;
      options.secured(null, sessionOf(socket, options.isServer));
    });
  }

  override get pending(): number {
    return super.pending + (this.#isEnding ? 1 : 0);
  }

  /** Nothing is written at once here. */
  override write(chunk: Uint8Array): true {
    return this.writeWatched(chunk);
  }

  override end(): void {
    this.#isEnding = true;
    this.socket.once('finish', () => {
      this.#isEnding = false;
      this.listener?.flushed();
    });
    super.end();
  }

  /** Until the handshake is over an error is one of the handshake, unless the system says so. */
  protected override tellClosed(error: Error | null): void {
    if (this.#isSecured || error === null || 'syscall' in error) super.tellClosed(error);
    else if (isEnd(error)) super.tellClosed(null);
    else this.#options.secured(error, null);
  }
}

/** For an end in the handshake Node makes an error that looks like one of the system. */
function isEnd(error: Error & { readonly code?: unknown }): boolean {
  return error.code === 'ECONNRESET';
}

/** Begins TLS on a stream of Node's. */
export function secure(below: ByteStream, read: readonly Uint8Array[], options: SecureOptions): ByteStream {
  if (!(below instanceof NodeStream)) throw new TypeError('TLS needs a stream of Node');
  const raw = below._detach();
  // TLS reads what a socket has in its buffer before it reads from the system.
  for (const chunk of [...read].reverse()) raw.unshift(chunk);
  return new SecureStream(options.isServer ? serverSocket(raw, options) : clientSocket(raw, options), below, options);
}

function clientSocket(raw: Net.Socket, options: SecureOptions): Tls.TLSSocket {
  return tls().connect({
    socket: raw,
    secureContext: options.context as Tls.SecureContext,
    // Whom to trust is decided above.
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    ...(options.serverName !== null && { servername: options.serverName }),
    ...(options.protocols.length > 0 && { ALPNProtocols: [...options.protocols] }),
  });
}

function serverSocket(raw: Net.Socket, options: SecureOptions): Tls.TLSSocket {
  const { named } = options;
  const socket = new (tls().TLSSocket)(raw, {
    isServer: true,
    secureContext: options.context as Tls.SecureContext,
    requestCert: options.asks !== 'never',
    rejectUnauthorized: options.asks === 'always',
    ...(options.protocols.length > 0 && { ALPNProtocols: [...options.protocols] }),
    ...(named !== null && {
      SNICallback: (name: string, answer: (error: Error | null, context?: Tls.SecureContext) => void) => {
        named(name, (context: TLSContext | null) => {
          answer(null, (context ?? undefined) as Tls.SecureContext | undefined);
        });
      },
    }),
  });
  // Node keeps the errors of a server's connection to itself, unless a server of its own takes them.
  socket.once('_tlsError', (error: Error) => socket.destroy(error));
  return socket;
}

/** What Node tells of a connection. */
function sessionOf(socket: Tls.TLSSocket, isServer: boolean): TLSSession {
  const { name, version } = socket.getCipher();
  const fault = (socket as Inner).ssl?.verifyError() ?? null;
  // The side that has said first that it is done.
  const isFirst = socket.isSessionReused() === isServer;
  const binding = isFirst ? socket.getFinished() : socket.getPeerFinished();
  const certificate = socket.getPeerX509Certificate();
  return {
    version: socket.getProtocol() ?? '',
    cipher: [name, version],
    protocol: socket.alpnProtocol === false ? null : socket.alpnProtocol,
    serverName: typeof socket.servername === 'string' ? socket.servername : null,
    isReused: socket.isSessionReused(),
    certificates: chainOf(certificate),
    fault: fault === null ? null : [fault.code ?? '', plain(fault.message)],
    binding: socket.getProtocol() === 'TLSv1.3' ? null : (binding ?? null),
    isFor: (host, isAddress, looksAtSubject) => {
      if (certificate === undefined) return false;
      if (isAddress) return certificate.checkIP(host) !== undefined;
      const options = { subject: looksAtSubject ? 'default' : 'never', partialWildcards: false } as const;
      return certificate.checkHost(host, options) !== undefined;
    },
  };
}

/** Newer versions of Node add advice to what OpenSSL says. */
function plain(message: string): string {
  return message.split('; ', 1)[0] as string;
}

function chainOf(certificate: Crypto.X509Certificate | undefined): Uint8Array[] {
  const chain: Uint8Array[] = [];
  for (let each = certificate; each !== undefined; each = each.issuerCertificate) chain.push(each.raw);
  return chain;
}
