/**
 * Reading and writing on the socket of a program, for `sock_recv` and its like.
 *
 * A connection reads only while somebody waits. What comes then is kept, and given back to the connection when a
 * transport takes it over: so whoever gives up loses nothing.
 */
import { fromSystemError } from '../../builtins/oserrors.js';
import type { ByteStream, StreamListener } from '../../host/network.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { SHUT_RD, SHUT_WR } from '../../socket/constants.js';
import { systemError } from '../../socket/errors.js';
import type { socket } from '../../socket/socket.js';
import { ByteQueue } from '../common/byte_queue.js';
import { Waiters } from '../common/waiters.js';

/** A cancelled `sock_sendall` sends no more than so many bytes after that. */
const PIECE = 65536;

class SocketReading implements StreamListener {
  readonly #stream: ByteStream;
  readonly #queue = new ByteQueue();
  readonly #readers = new Waiters();
  readonly #writers = new Waiters();
  #hasEnded = false;
  #isGone = false;
  #error: Error | null = null;

  constructor(stream: ByteStream) {
    this.#stream = stream;
    stream.listener = this;
  }

  received(chunk: Uint8Array): void {
    this.#queue.push(chunk);
    this.#stream.pause();
    this.#readers.wake();
  }

  ended(): void {
    this.#hasEnded = true;
    this.#readers.wake();
  }

  flushed(): void {
    this.#writers.wake();
  }

  closed(error: Error | null): void {
    this.#isGone = true;
    this.#error = error;
    this.#readers.wake();
    this.#writers.wake();
  }

  *read(loop: AbstractEventLoop, sock: socket, count: number): Gen<Uint8Array> {
    while (count > 0 && this.#queue.length === 0 && !this.#hasEnded && !sock._isShut(SHUT_RD)) {
      this.#check(sock);
      if (this.#isGone) break;
      this.#stream.resume();
      try {
        yield* this.#readers.wait(loop);
      } finally {
        if (this.#readers.isEmpty) this.#stream.pause();
      }
    }
    sock._checkOpen();
    return this.#queue.take(count);
  }

  *write(loop: AbstractEventLoop, sock: socket, data: Uint8Array): Gen<void> {
    for (let at = 0; at < data.length; at += PIECE) {
      this.#checkWritable(sock);
      this.#stream.write(data.subarray(at, at + PIECE));
      while (this.#stream.pending > 0) {
        yield* this.#writers.wait(loop);
        this.#checkWritable(sock);
      }
    }
  }

  #checkWritable(sock: socket): void {
    this.#check(sock);
    if (this.#isGone || sock._isShut(SHUT_WR)) throw systemError('EPIPE');
  }

  /** Raises what the system has said, once. */
  #check(sock: socket): void {
    sock._checkOpen();
    const error = this.#error;
    this.#error = null;
    if (error !== null) throw fromSystemError(error) as Error;
  }

  /** Leaves the stream to somebody else, and tells him what it has told already. */
  release(loop: AbstractEventLoop): void {
    const stream = this.#stream;
    stream.listener = null;
    const rest = this.#queue.take(this.#queue.length);
    // TLS wants to find it in the stream, which takes nothing back after its end.
    if (!this.#hasEnded && rest.length > 0) stream.unread(rest);
    if (this.#hasEnded) {
      loop.call_soon(() => {
        if (rest.length > 0) stream.listener?.received(rest);
        stream.listener?.ended();
      });
    }
    if (this.#isGone) loop.call_soon(() => stream.listener?.closed(this.#error));
  }
}

/** What reads and writes on a connected socket. */
export function readingOf(stream: ByteStream): SocketReading {
  return stream.listener instanceof SocketReading ? stream.listener : new SocketReading(stream);
}

/** The connection of a socket, for a transport. */
export function takeStream(loop: AbstractEventLoop, sock: socket): ByteStream {
  sock._checkOpen();
  const stream = sock._stream;
  if (stream === null) throw systemError('ENOTCONN');
  if (stream.listener instanceof SocketReading) stream.listener.release(loop);
  return stream;
}
