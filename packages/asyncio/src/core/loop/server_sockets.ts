/** The sockets of servers. */
import type { Descriptor, Endpoint, Listening, SocketOption } from '../../host/network.js';
import { familyOf } from '../../socket/addresses.js';
import { SOCK_STREAM } from '../../socket/constants.js';
import { socket } from '../../socket/socket.js';
import { TransportSocket } from '../../socket/transport_socket.js';

/** The socket of what the loop listens with. */
export function socketListening(listening: Listening): socket {
  const made = new socket(familyOf(listening.local), SOCK_STREAM);
  made._listens(listening);
  return made;
}

/** What `Server.sockets` shows of a socket. */
export function shownSocket(sock: socket): TransportSocket {
  return new TransportSocket(new ServerDescriptor(sock), SOCK_STREAM);
}

/** A socket that listens, or will. */
class ServerDescriptor implements Descriptor {
  readonly remote: Endpoint | null = null;
  readonly #sock: socket;

  constructor(sock: socket) {
    this.#sock = sock;
  }

  get #listening(): Listening | null {
    return this.#sock._listening?.result ?? null;
  }

  get fileno(): number {
    return this.#sock.fileno();
  }

  get local(): Endpoint | null {
    return this.#listening?.local ?? this.#sock._bound;
  }

  set(option: SocketOption, value: number): boolean {
    return this.#listening?.set(option, value) ?? false;
  }

  get(option: SocketOption): number | null {
    return this.#listening?.get(option) ?? null;
  }
}
