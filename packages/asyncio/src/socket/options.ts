/** The options of sockets that platforms may know. */
import { NotImplementedError } from '../builtins/exceptions.js';
import type { SocketOption } from '../host/network.js';
import {
  IP_MULTICAST_LOOP,
  IP_MULTICAST_TTL,
  IP_TTL,
  IPPROTO_IP,
  IPPROTO_TCP,
  SO_BROADCAST,
  SO_KEEPALIVE,
  SO_RCVBUF,
  SO_SNDBUF,
  SOL_SOCKET,
  TCP_NODELAY,
} from './constants.js';

const OPTIONS: readonly (readonly [level: number, optname: number, option: SocketOption])[] = [
  [SOL_SOCKET, SO_BROADCAST, 'broadcast'],
  [SOL_SOCKET, SO_KEEPALIVE, 'keepalive'],
  [SOL_SOCKET, SO_RCVBUF, 'receiveBuffer'],
  [SOL_SOCKET, SO_SNDBUF, 'sendBuffer'],
  [IPPROTO_TCP, TCP_NODELAY, 'nodelay'],
  [IPPROTO_IP, IP_TTL, 'hops'],
  [IPPROTO_IP, IP_MULTICAST_TTL, 'multicastHops'],
  [IPPROTO_IP, IP_MULTICAST_LOOP, 'multicastLoop'],
];

/** The option by Python's numbers; null if no platform knows it. */
export function optionOf(level: number, optname: number): SocketOption | null {
  return OPTIONS.find((each) => each[0] === level && each[1] === optname)?.[2] ?? null;
}

export function unknownOption(verb: 'sets' | 'tells'): Error {
  return new NotImplementedError(`this platform ${verb} no such option of a socket`);
}
