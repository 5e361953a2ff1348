/** Datagrams, by Node's `dgram`. */
import type * as Dgram from 'node:dgram';
import nodeProcess from 'node:process';

import { DatagramQueue } from '../host/datagram_queue.js';
import type {
  DatagramListener,
  DatagramOptions,
  DatagramSocket,
  Endpoint,
  Groups,
  InternetEndpoint,
  SocketOption,
} from '../host/network.js';
import { groupsOf } from './groups.js';
import { sharesPorts } from './ports.js';
import { endpointOf, hostOf } from './streams.js';

const dgram = (): typeof Dgram => nodeProcess.getBuiltinModule('node:dgram');

/** Addresses are in digits. With a look-up that answers at once, Node binds and connects before the call returns. */
const lookup: NonNullable<Dgram.SocketOptions['lookup']> = (host, options, callback) => {
  callback(null, host, options.family === 6 || options.family === 'IPv6' ? 6 : 4);
};

const SETTERS: Partial<Record<SocketOption, (socket: Dgram.Socket, value: number) => unknown>> = {
  broadcast: (socket, value) => {
    socket.setBroadcast(value !== 0);
  },
  receiveBuffer: (socket, value) => {
    socket.setRecvBufferSize(value);
  },
  sendBuffer: (socket, value) => {
    socket.setSendBufferSize(value);
  },
  // As to the system, -1 stands for what is usual.
  hops: (socket, value) => socket.setTTL(value === -1 ? 64 : value),
  multicastHops: (socket, value) => socket.setMulticastTTL(value === -1 ? 1 : value),
  multicastLoop: (socket, value) => socket.setMulticastLoopback(value !== 0),
};

/** The inner side of a socket, which is the only place where its descriptor is known. */
interface Inner {
  readonly handle?: { readonly fd?: number } | null;
}

class NodeDatagrams implements DatagramSocket {
  readonly groups: Groups;
  readonly #socket: Dgram.Socket;
  #listener: DatagramListener | null = null;
  /** What has come before anybody listens. */
  readonly #early = new DatagramQueue();
  #isClosed = false;

  constructor(socket: Dgram.Socket) {
    this.#socket = socket;
    this.groups = groupsOf(socket);
    socket.on('message', (data, { address, port, family }) => {
      const from = endpointOf(address, port, family) as InternetEndpoint;
      if (this.#listener === null) this.#early.push(data, from);
      else this.#listener.received(data, from);
    });
    socket.on('error', (error) => this.#listener?.failed(error));
  }

  get listener(): DatagramListener | null {
    return this.#listener;
  }

  set listener(listener: DatagramListener | null) {
    this.#listener = listener;
    nodeProcess.nextTick(this.#tellEarly);
  }

  readonly #tellEarly = (): void => {
    if (this.#listener === null) return;
    for (let each = this.#early.shift(); each !== undefined; each = this.#early.shift()) {
      this.#listener.received(each.data, each.from);
    }
  };

  get fileno(): number {
    if (this.#isClosed) return -1;
    const symbol = Object.getOwnPropertySymbols(this.#socket).find(({ description }) => description === 'state symbol');
    const inner = symbol === undefined ? null : (this.#socket as unknown as Record<symbol, Inner | undefined>)[symbol];
    return inner?.handle?.fd ?? -1;
  }

  get local(): Endpoint | null {
    return this.#address('address');
  }

  get remote(): Endpoint | null {
    return this.#address('remoteAddress');
  }

  /** Node throws where there is none. */
  #address(which: 'address' | 'remoteAddress'): Endpoint | null {
    try {
      const { address, port, family } = this.#socket[which]();
      return endpointOf(address, port, family);
    } catch {
      return null;
    }
  }

  get pending(): readonly [number, number] {
    return this.#isClosed ? [0, 0] : [this.#socket.getSendQueueSize(), this.#socket.getSendQueueCount()];
  }

  set(option: SocketOption, value: number): boolean {
    const set = SETTERS[option];
    if (set === undefined || this.#isClosed) return false;
    set(this.#socket, value);
    return true;
  }

  get(option: SocketOption): number | null {
    if (this.#isClosed) return null;
    if (option === 'receiveBuffer') return this.#socket.getRecvBufferSize();
    return option === 'sendBuffer' ? this.#socket.getSendBufferSize() : null;
  }

  connect(to: InternetEndpoint, outcome: (error: Error | null) => void): void {
    if (this.remote !== null) this.#socket.disconnect();
    this.#socket.connect(to.port, hostOf(to), (error?: Error) => {
      outcome(error ?? null);
    });
  }

  send(data: Uint8Array, to: InternetEndpoint | null, done: (error: Error | null) => void): void {
    if (to === null) this.#socket.send(data, done);
    else this.#socket.send(data, to.port, hostOf(to), done);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.listener = null;
    this.#socket.close();
  }
}

/** Opens a socket. */
export function open(options: DatagramOptions): DatagramSocket {
  const { family, local, broadcast, ipv6Only, reuseAddress, reusePort } = options;
  const socket = dgram().createSocket({
    type: family === 6 ? 'udp6' : 'udp4',
    lookup,
    ipv6Only,
    // Where Node doesn't know `reusePort` this comes closest: the newest socket gets all.
    reuseAddr: reuseAddress || (reusePort && !sharesPorts()),
    ...(reusePort && { reusePort }),
  });
  let failure: Error | null = null;
  const failed = (error: Error): void => {
    failure = error;
  };
  socket.on('error', failed);
  socket.bind({ ...(local !== null && { address: hostOf(local), port: local.port }), exclusive: true });
  if (failure !== null) {
    socket.close();
    throw failure as Error;
  }
  socket.off('error', failed);
  if (broadcast) socket.setBroadcast(true);
  return new NodeDatagrams(socket);
}
