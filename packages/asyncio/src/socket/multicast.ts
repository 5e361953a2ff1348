/** The options that concern groups: bytes laid out as C's structures, which Python packs with `struct`. */
import type { Groups } from '../host/network.js';
import {
  IP_ADD_MEMBERSHIP,
  IP_DROP_MEMBERSHIP,
  IP_MULTICAST_IF,
  IPPROTO_IP,
  IPPROTO_IPV6,
  IPV6_JOIN_GROUP,
  IPV6_LEAVE_GROUP,
  IPV6_MULTICAST_IF,
} from './constants.js';
import { systemError } from './errors.js';

/** What an option does with the groups of a socket. It throws what the system says. */
export type GroupChange = (groups: Groups) => void;

/** What an option does with groups; null if it has nothing to do with them. */
export function groupChange(level: number, optname: number, value: Uint8Array): GroupChange | null {
  if (level === IPPROTO_IP) return changeOfIPv4(optname, value);
  return level === IPPROTO_IPV6 ? changeOfIPv6(optname, value) : null;
}

/**
 * `ip_mreq` is a group and the address of an interface; `ip_mreqn` has the number of the interface behind, which counts
 * unless it is 0. For `IP_MULTICAST_IF` the address alone is enough.
 */
function changeOfIPv4(optname: number, value: Uint8Array): GroupChange | null {
  if (optname === IP_MULTICAST_IF) {
    const through = interfaceOf(value.length < 8 ? part(value, 0, 4) : part(value, 4, 4), value);
    return (groups) => {
      groups.sendThrough(4, through);
    };
  }
  const verb = optname === IP_ADD_MEMBERSHIP ? 'join' : optname === IP_DROP_MEMBERSHIP ? 'leave' : null;
  if (verb === null) return null;
  const through = interfaceOf(part(value, 4, 4), value);
  const group = part(value, 0, 4).join('.');
  return (groups) => {
    groups[verb](4, group, through);
  };
}

const interfaceOf = (address: Uint8Array, value: Uint8Array): string | number =>
  (value.length < 12 ? 0 : numberAt(value, 8)) || address.join('.');

/** `ipv6_mreq` is a group and the number of an interface. */
function changeOfIPv6(optname: number, value: Uint8Array): GroupChange | null {
  if (optname === IPV6_MULTICAST_IF) {
    const through = numberAt(value, 0);
    return (groups) => {
      groups.sendThrough(6, through);
    };
  }
  const verb = optname === IPV6_JOIN_GROUP ? 'join' : optname === IPV6_LEAVE_GROUP ? 'leave' : null;
  if (verb === null) return null;
  const through = numberAt(value, 16);
  const group = Array.from({ length: 8 }, (_, index) => hexadecimal(part(value, 2 * index, 2))).join(':');
  return (groups) => {
    groups[verb](6, group, through);
  };
}

const hexadecimal = ([high = 0, low = 0]: Uint8Array): string => (high * 256 + low).toString(16);

/** A number in the order of bytes of this machine. */
export function numberAt(value: Uint8Array, start: number): number {
  return new Int32Array(Uint8Array.from(part(value, start, 4)).buffer)[0] as number;
}

/** Some of the bytes, which have to be there. */
function part(value: Uint8Array, start: number, length: number): Uint8Array {
  if (value.length < start + length) throw systemError('EINVAL');
  return value.subarray(start, start + length);
}
