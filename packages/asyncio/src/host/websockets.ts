/**
 * Streams of bytes over WebSockets, for platforms that give no access to sockets: somebody else, the gateway, connects.
 *
 * What the two ends tell each other:
 *
 * - The URL names whom to connect to: `wss://gateway/?host=example.org&port=80`. The gateway accepts the WebSocket when
 *   its connection stands, and refuses it if there is none.
 * - A binary message is bytes of the stream. An empty one is its end, in that direction.
 * - The WebSocket is closed when both ends are done: with code 1000, 1001 or 1005 in peace, with any other after a
 *   failure.
 */
import type { ByteStream, Endpoint, Gateway, Outcome, Pending, StreamListener } from './network.js';

/** A WebSocket, as far as it is used here. */
interface SocketLike {
  binaryType: string;
  readonly bufferedAmount: number;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  send(data: Uint8Array): void;
  close(): void;
}

/** What is used of the global object. */
export interface SocketScope {
  readonly WebSocket?: new (url: string) => SocketLike;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  queueMicrotask(callback: () => void): void;
}

/** The codes with which a WebSocket is closed in peace. */
const PEACEFUL = [1000, 1001, 1005];

/** How many milliseconds pass before a WebSocket is asked again how much it has sent: it doesn't tell by itself. */
const POLL = 10;

class WebSocketStream implements ByteStream {
  listener: StreamListener | null = null;
  readonly fileno: number = -1;
  readonly local: Endpoint | null = null;
  readonly remote: Endpoint;
  readonly #socket: SocketLike;
  readonly #scope: SocketScope;
  /** What came while nobody reads; an empty piece is the end. */
  readonly #waiting: Uint8Array[] = [];
  #isReading = false;
  #isPolling = false;
  #hasWrittenEnd = false;
  /** The code with which the WebSocket was closed, until the listener knows. */
  #code: number | null = null;
  #isClosed = false;

  constructor(socket: SocketLike, scope: SocketScope, remote: Endpoint) {
    this.#socket = socket;
    this.#scope = scope;
    this.remote = remote;
    socket.onmessage = ({ data }) => {
      this.#waiting.push(new Uint8Array(data as ArrayBuffer));
      this.#tell();
    };
    socket.onclose = ({ code }) => {
      this.#code = code;
      this.#tell();
    };
    // The code of what comes next tells more.
    socket.onerror = () => undefined;
  }

  get pending(): number {
    return this.#isClosed || this.#code !== null ? 0 : this.#socket.bufferedAmount;
  }

  set(): boolean {
    return false;
  }

  get(): null {
    return null;
  }

  resume(): void {
    this.#isReading = true;
    this.#scope.queueMicrotask(() => {
      this.#tell();
    });
  }

  pause(): void {
    this.#isReading = false;
  }

  unread(chunk: Uint8Array): void {
    this.#waiting.unshift(chunk);
  }

  /** Tells what has come, and then that the WebSocket is closed; a failure is told at once. */
  #tell(): void {
    while (this.#isReading && this.#waiting.length > 0 && !this.#isClosed) {
      const chunk = this.#waiting.shift() as Uint8Array;
      if (chunk.length > 0) this.listener?.received(chunk);
      else this.listener?.ended();
    }
    if (this.#code === null || this.#isClosed) return;
    const isPeaceful = PEACEFUL.includes(this.#code);
    if (isPeaceful && this.#waiting.length > 0) return;
    this.#isClosed = true;
    this.listener?.closed(isPeaceful ? null : failure('ECONNRESET', 'read'));
  }

  write(chunk: Uint8Array): boolean {
    if (chunk.length === 0 || this.#code !== null || this.#hasWrittenEnd) return false;
    this.#socket.send(chunk);
    this.#poll();
    return true;
  }

  #poll(): void {
    if (this.#isPolling) return;
    this.#isPolling = true;
    this.#scope.setTimeout(
      () => {
        this.#isPolling = false;
        if (this.pending > 0) this.#poll();
        this.listener?.flushed();
      },
      this.pending > 0 ? POLL : 0,
    );
  }

  end(): void {
    if (this.#hasWrittenEnd || this.#code !== null) return;
    this.#hasWrittenEnd = true;
    this.#socket.send(new Uint8Array(0));
  }

  destroy(): void {
    this.#waiting.length = 0;
    this.#socket.close();
  }
}

/** An error such as a system would tell. */
function failure(code: string, syscall: string): Error {
  return Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
}

/** The gateway, by the WebSockets of a platform; null if it has none. */
export function webSockets(scope: SocketScope): Gateway | null {
  const { WebSocket } = scope;
  if (WebSocket === undefined) return null;
  return {
    connect(url: string, host: string, port: string, outcome: Outcome<ByteStream>): Pending {
      const query = `host=${encodeURIComponent(host)}&port=${encodeURIComponent(port)}`;
      const socket = new WebSocket(`${url}${url.includes('?') ? '&' : '?'}${query}`);
      socket.binaryType = 'arraybuffer';
      socket.onopen = () => {
        const family = host.includes(':') ? 6 : 4;
        outcome(null, new WebSocketStream(socket, scope, { host, port: Number(port), family }));
      };
      // All that a page learns is that it has failed.
      socket.onclose = () => {
        outcome(failure('ECONNREFUSED', 'connect'), null);
      };
      socket.onerror = () => undefined;
      return {
        cancel: () => {
          socket.onopen = null;
          socket.onclose = null;
          socket.close();
        },
      };
    },
  };
}
