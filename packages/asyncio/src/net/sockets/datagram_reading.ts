/** Receiving and sending on the datagram socket of a program, for `sock_recvfrom` and its like. */
import { fromSystemError } from '../../builtins/oserrors.js';
import type { DatagramListener, DatagramSocket, InternetEndpoint } from '../../host/network.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { socket } from '../../socket/socket.js';
import { DatagramQueue, type Datagram } from '../../host/datagram_queue.js';
import { outcome } from '../common/outcome.js';
import { Waiters } from '../common/waiters.js';

class DatagramReading implements DatagramListener {
  readonly #datagrams: DatagramSocket;
  readonly #queue = new DatagramQueue();
  readonly #readers = new Waiters();
  #error: Error | null = null;

  constructor(datagrams: DatagramSocket) {
    this.#datagrams = datagrams;
    datagrams.listener = this;
  }

  received(data: Uint8Array, from: InternetEndpoint): void {
    this.#queue.push(data, from);
    this.#readers.wake();
  }

  failed(error: Error): void {
    this.#error = error;
    this.#readers.wake();
  }

  *next(loop: AbstractEventLoop, sock: socket): Gen<Datagram> {
    for (;;) {
      this.#check(sock);
      const datagram = this.#queue.shift();
      if (datagram !== undefined) return datagram;
      yield* this.#readers.wait(loop);
    }
  }

  *send(loop: AbstractEventLoop, sock: socket, data: Uint8Array, to: InternetEndpoint | null): Gen<void> {
    this.#check(sock);
    yield* outcome<null>(loop, (done) => {
      this.#datagrams.send(data, to, (error) => {
        done(error, null);
      });
      return undefined;
    });
  }

  *connect(loop: AbstractEventLoop, to: InternetEndpoint): Gen<void> {
    yield* outcome<null>(loop, (done) => {
      this.#datagrams.connect(to, (error) => {
        done(error, null);
      });
      return undefined;
    });
  }

  /** Raises what the system has said, once. */
  #check(sock: socket): void {
    sock._checkOpen();
    const error = this.#error;
    this.#error = null;
    if (error !== null) throw fromSystemError(error) as Error;
  }

  /** Leaves to somebody else what has come. */
  release(next: DatagramListener): void {
    this.#datagrams.listener = next;
    for (let each = this.#queue.shift(); each !== undefined; each = this.#queue.shift()) {
      next.received(each.data, each.from);
    }
  }
}

/** What receives and sends on a socket for datagrams. */
export function datagramsOf(sock: socket): DatagramReading {
  const datagrams = sock._datagrams();
  return datagrams.listener instanceof DatagramReading ? datagrams.listener : new DatagramReading(datagrams);
}

/** Has somebody else listen, and hear of all that has come. */
export function listenInstead(datagrams: DatagramSocket, listener: DatagramListener): void {
  if (datagrams.listener instanceof DatagramReading) datagrams.listener.release(listener);
  else datagrams.listener = listener;
}
