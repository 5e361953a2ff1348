/** Streams of bytes and servers, by Node's `net`. */
import type * as Net from 'node:net';
import nodeProcess from 'node:process';

import type { ByteStream, Endpoint, InternetEndpoint, SocketOption, StreamListener } from '../host/network.js';
import { interfaceName, interfaceNumber } from './interfaces.js';

/** Node's `net`, loaded when the first connection is made. */
export const net = (): typeof Net => nodeProcess.getBuiltinModule('node:net');

const NOTHING = new Uint8Array(0);

/** The inner side of a socket, which is the only place where its descriptor is known. */
interface Inner {
  readonly _handle?: { readonly fd?: number } | null;
}

/** The system's number of a socket or a server; -1 if it has none. */
export function filenoOf(socket: Net.Socket | Net.Server): number {
  return (socket as unknown as Inner)._handle?.fd ?? -1;
}

/** An address as Node tells it. */
export function endpointOf(
  host: string | undefined,
  port: number | undefined,
  family: string | undefined,
): Endpoint | null {
  if (host === undefined || port === undefined) return null;
  const [address = host, scope] = host.split('%');
  return { host: address, port, family: family === 'IPv6' ? 6 : 4, scope: scopeOf(scope) };
}

/** Node writes the interface by its name; on Windows, by its number. */
export function scopeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : (interfaceNumber(text) ?? (Number(text) || undefined));
}

/** An address as Node takes it. */
export function hostOf({ host, scope }: InternetEndpoint): string {
  return scope === undefined ? host : `${host}%${interfaceName(scope) ?? String(scope)}`;
}

/** A stream over a socket of Node's: TCP, a Unix socket, or one of TLS. */
export class NodeStream implements ByteStream {
  listener: StreamListener | null = null;
  readonly local: Endpoint | null;
  readonly remote: Endpoint | null;
  readonly #socket: Net.Socket;
  #error: Error | null = null;
  /** Something waits to be sent, whose end will be told. */
  #isWatching = false;

  constructor(socket: Net.Socket, path: string | null = null, isServer = false) {
    this.#socket = socket;
    const { localAddress, localPort, localFamily, remoteAddress, remotePort, remoteFamily } = socket;
    this.local = path === null ? endpointOf(localAddress, localPort, localFamily) : { path: isServer ? path : '' };
    this.remote = path === null ? endpointOf(remoteAddress, remotePort, remoteFamily) : { path: isServer ? '' : path };
    if (path === null) socket.setNoDelay(true);
    socket.on('data', this.received);
    // A listener for data starts the flow.
    socket.pause();
    socket.on('end', this.#ended);
    socket.on('error', this.#failed);
    socket.on('close', this.#closed);
  }

  /** Node's own. */
  protected get socket(): Net.Socket {
    return this.#socket;
  }

  /** Gives Node's own away, to what goes on with it. */
  _detach(): Net.Socket {
    const socket = this.#socket;
    this.listener = null;
    socket.pause();
    socket.off('data', this.received);
    socket.off('end', this.#ended);
    return socket;
  }

  get fileno(): number {
    return filenoOf(this.#socket);
  }

  get pending(): number {
    return this.#socket.writableLength;
  }

  set(option: SocketOption, value: number): boolean {
    if (option === 'nodelay') this.#socket.setNoDelay(value !== 0);
    else if (option === 'keepalive') this.#socket.setKeepAlive(value !== 0);
    else return false;
    return true;
  }

  get(): null {
    return null;
  }

  resume(): void {
    this.#socket.resume();
  }

  pause(): void {
    this.#socket.pause();
  }

  unread(chunk: Uint8Array): void {
    this.#socket.unshift(chunk);
  }

  /** What the system takes at once needs no callback, which would cost a tick of Node's. */
  write(chunk: Uint8Array): boolean {
    if (this.#isWatching) return this.writeWatched(chunk);
    this.#socket.write(chunk);
    return this.pending > 0 && this.writeWatched(NOTHING);
  }

  /** Writes, and tells when it is done. */
  protected writeWatched(chunk: Uint8Array): true {
    this.#isWatching = true;
    this.#socket.write(chunk, this.#flushed);
    return true;
  }

  end(): void {
    this.#socket.end();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Something has come. */
  readonly received = (chunk: Uint8Array): void => {
    this.listener?.received(chunk);
  };

  readonly #ended = (): void => {
    this.listener?.ended();
  };

  readonly #flushed = (error?: Error | null): void => {
    this.#isWatching = this.pending > 0;
    // What a broken stream has let go was not taken by the system.
    if ((error ?? null) === null && !this.#socket.destroyed) this.listener?.flushed();
  };

  readonly #failed = (error: Error): void => {
    this.#error = error;
  };

  readonly #closed = (): void => {
    this.tellClosed(this.#error);
  };

  /** Tells that the stream is closed. */
  protected tellClosed(error: Error | null): void {
    this.listener?.closed(error);
  }
}
