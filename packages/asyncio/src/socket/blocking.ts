/** What sockets of Python's do at once or block for. */
import { NotImplementedError } from '../builtins/exceptions.js';

function refused(method: string, loopMethod = `sock_${method}`): Error {
  return new NotImplementedError(`JavaScript can't wait for a socket here: await loop.${loopMethod}(sock, …) instead`);
}

/** The methods of a socket that have to wait. They exist, and name the method of the loop that does the same. */
export class BlockingMethods {
  /** @throws NotImplementedError: {@link AbstractEventLoop.sock_accept} does it. */
  accept(): never {
    throw refused('accept');
  }

  /** @throws NotImplementedError: {@link AbstractEventLoop.sock_connect} does it. */
  connect(...args: readonly unknown[]): never {
    void args;
    throw refused('connect');
  }

  /** @throws NotImplementedError: {@link AbstractEventLoop.sock_recv} does it. */
  recv(...args: readonly unknown[]): never {
    void args;
    throw refused('recv');
  }

  /** @throws NotImplementedError: {@link AbstractEventLoop.sock_recv_into} does it. */
  recv_into(...args: readonly unknown[]): never {
    void args;
    throw refused('recv_into');
  }

  /** @throws NotImplementedError: {@link AbstractEventLoop.sock_recvfrom} does it. */
  recvfrom(...args: readonly unknown[]): never {
    void args;
    throw refused('recvfrom');
  }

  /** @throws NotImplementedError: {@link AbstractEventLoop.sock_recvfrom_into} does it. */
  recvfrom_into(...args: readonly unknown[]): never {
    void args;
    throw refused('recvfrom_into');
  }

  /** @throws NotImplementedError: {@link AbstractEventLoop.sock_sendall} does it. */
  send(...args: readonly unknown[]): never {
    void args;
    throw refused('send', 'sock_sendall');
  }

  /** @throws NotImplementedError: {@link AbstractEventLoop.sock_sendall} does it. */
  sendall(...args: readonly unknown[]): never {
    void args;
    throw refused('sendall');
  }

  /** @throws NotImplementedError: {@link AbstractEventLoop.sock_sendto} does it. */
  sendto(...args: readonly unknown[]): never {
    void args;
    throw refused('sendto');
  }

  /** @throws NotImplementedError: {@link AbstractEventLoop.sock_sendfile} does it. */
  sendfile(...args: readonly unknown[]): never {
    void args;
    throw refused('sendfile');
  }
}
