/** What sockets of Python's do at once or block for. */
import { NotImplementedError } from '../builtins/exceptions.js';

function refused(method: string, loopMethod = `sock_${method}`): Error {
  return new NotImplementedError(`JavaScript can't wait for a socket here: await loop.${loopMethod}(sock, …) instead`);
}

/**
 * The methods of a socket that have to wait. They exist, and name the method of the loop that does the same.
 *
 * @remarks
 * **Python.** The blocking methods of `socket.socket`.
 *
 * @example
 * ```ts
 * try {
 *   new asyncio.socket.socket().recv(10);
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * ```
 *
 * @public
 */
export class BlockingMethods {
  /**
   * Would have to wait: {@link AbstractEventLoop.sock_accept} does it.
   *
   * @throws NotImplementedError.
   */
  accept(): never {
    throw refused('accept');
  }

  /**
   * Would have to wait: {@link AbstractEventLoop.sock_connect} does it.
   *
   * @throws NotImplementedError.
   */
  connect(...args: readonly unknown[]): never {
    void args;
    throw refused('connect');
  }

  /**
   * Would have to wait: {@link AbstractEventLoop.sock_recv} does it.
   *
   * @throws NotImplementedError.
   */
  recv(...args: readonly unknown[]): never {
    void args;
    throw refused('recv');
  }

  /**
   * Would have to wait: {@link AbstractEventLoop.sock_recv_into} does it.
   *
   * @throws NotImplementedError.
   */
  recv_into(...args: readonly unknown[]): never {
    void args;
    throw refused('recv_into');
  }

  /**
   * Would have to wait: {@link AbstractEventLoop.sock_recvfrom} does it.
   *
   * @throws NotImplementedError.
   */
  recvfrom(...args: readonly unknown[]): never {
    void args;
    throw refused('recvfrom');
  }

  /**
   * Would have to wait: {@link AbstractEventLoop.sock_recvfrom_into} does it.
   *
   * @throws NotImplementedError.
   */
  recvfrom_into(...args: readonly unknown[]): never {
    void args;
    throw refused('recvfrom_into');
  }

  /**
   * Would have to wait: {@link AbstractEventLoop.sock_sendall} does it.
   *
   * @throws NotImplementedError.
   */
  send(...args: readonly unknown[]): never {
    void args;
    throw refused('send', 'sock_sendall');
  }

  /**
   * Would have to wait: {@link AbstractEventLoop.sock_sendall} does it.
   *
   * @throws NotImplementedError.
   */
  sendall(...args: readonly unknown[]): never {
    void args;
    throw refused('sendall');
  }

  /**
   * Would have to wait: {@link AbstractEventLoop.sock_sendto} does it.
   *
   * @throws NotImplementedError.
   */
  sendto(...args: readonly unknown[]): never {
    void args;
    throw refused('sendto');
  }

  /**
   * Would have to wait: {@link AbstractEventLoop.sock_sendfile} does it.
   *
   * @throws NotImplementedError.
   */
  sendfile(...args: readonly unknown[]): never {
    void args;
    throw refused('sendfile');
  }
}
