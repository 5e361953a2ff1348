/** The options of sockets that platforms may know. */
import { NotImplementedError, TypeError } from '../builtins/exceptions.js';
import { fromSystemError } from '../builtins/oserrors.js';
import { typeName } from '../builtins/repr.js';
import type { Descriptor, SocketOption } from '../host/network.js';
import {
  AF_INET,
  AF_INET6,
  IP_MULTICAST_LOOP,
  IP_MULTICAST_TTL,
  IP_TTL,
  IPPROTO_IP,
  IPPROTO_IPV6,
  IPPROTO_TCP,
  IPV6_MULTICAST_HOPS,
  IPV6_MULTICAST_LOOP,
  IPV6_UNICAST_HOPS,
  SO_BROADCAST,
  SO_KEEPALIVE,
  SO_RCVBUF,
  SO_SNDBUF,
  SOCK_DGRAM,
  SOCK_STREAM,
  SOL_SOCKET,
  TCP_NODELAY,
} from './constants.js';
import { systemError } from './errors.js';
import { groupChange, numberAt } from './multicast.js';

/** What has options. */
export interface Kind {
  readonly family: number;
  readonly type: number;
}

/** What is set: a number, or the bytes of C's structure. @public */
export type OptionValue = number | boolean | Uint8Array;

/** Sets an option of what the system knows; it throws Python's error. */
export type Setting = (descriptor: Descriptor) => void;

interface Known {
  readonly level: number;
  readonly optname: number;
  readonly option: SocketOption;
  readonly type: number;
  /** The one kind of addresses whose sockets have it; null if all have. */
  readonly family: number | null;
}

const known = (level: number, optname: number, option: SocketOption, type: number, family?: number): Known => ({
  level,
  optname,
  option,
  type,
  family: family ?? null,
});

const OPTIONS: readonly Known[] = [
  known(SOL_SOCKET, SO_KEEPALIVE, 'keepalive', SOCK_STREAM),
  known(IPPROTO_TCP, TCP_NODELAY, 'nodelay', SOCK_STREAM),
  known(SOL_SOCKET, SO_BROADCAST, 'broadcast', SOCK_DGRAM),
  known(SOL_SOCKET, SO_RCVBUF, 'receiveBuffer', SOCK_DGRAM),
  known(SOL_SOCKET, SO_SNDBUF, 'sendBuffer', SOCK_DGRAM),
  known(IPPROTO_IP, IP_TTL, 'hops', SOCK_DGRAM, AF_INET),
  known(IPPROTO_IP, IP_MULTICAST_TTL, 'multicastHops', SOCK_DGRAM, AF_INET),
  known(IPPROTO_IP, IP_MULTICAST_LOOP, 'multicastLoop', SOCK_DGRAM, AF_INET),
  known(IPPROTO_IPV6, IPV6_UNICAST_HOPS, 'hops', SOCK_DGRAM, AF_INET6),
  known(IPPROTO_IPV6, IPV6_MULTICAST_HOPS, 'multicastHops', SOCK_DGRAM, AF_INET6),
  known(IPPROTO_IPV6, IPV6_MULTICAST_LOOP, 'multicastLoop', SOCK_DGRAM, AF_INET6),
];

/** The option by Python's numbers; null if no platform knows it. */
export function optionOf(kind: Kind, level: number, optname: number): SocketOption | null {
  const found = OPTIONS.find((each) => each.level === level && each.optname === optname);
  if (found?.type !== kind.type) return null;
  return found.family === null || found.family === kind.family ? found.option : null;
}

export function unknownOption(verb: 'sets' | 'tells'): Error {
  return new NotImplementedError(`this platform ${verb} no such option of a socket`);
}

/** What sets an option; what is wrong with the value alone is told at once. */
export function settingOf(kind: Kind, level: number, optname: number, value: Uint8Array): Setting {
  if (level === IPPROTO_IPV6 && kind.family !== AF_INET6) throw systemError('ENOPROTOOPT');
  const change = kind.type === SOCK_DGRAM ? groupChange(level, optname, value) : null;
  const option = optionOf(kind, level, optname);
  if (change === null && option === null) throw unknownOption('sets');
  const number = option === null ? 0 : numberOf(level, value);
  return (descriptor) => {
    const { groups } = descriptor;
    try {
      if (change !== null && groups !== undefined) change(groups);
      else if (option === null || !descriptor.set(option, number)) throw unknownOption('sets');
    } catch (error) {
      throw fromSystemError(error);
    }
  };
}

/** The value as the system gets it: a number is one of C. */
export function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  const number = typeof value === 'boolean' ? Number(value) : value;
  if (typeof number !== 'number' || number !== (number | 0)) {
    const isFloat = typeof number === 'number' && !Number.isInteger(number);
    throw new TypeError(`a bytes-like object is required, not '${isFloat ? 'float' : typeName(value)}'`);
  }
  return new Uint8Array(Int32Array.of(number).buffer);
}

/** The number that the bytes are; of IPv4's options one byte is enough. */
export function numberOf(level: number, value: Uint8Array): number {
  const [first] = value;
  return level === IPPROTO_IP && value.length < 4 && first !== undefined ? first : numberAt(value, 0);
}
