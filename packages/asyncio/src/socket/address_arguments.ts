/** Addresses as arguments of sockets: checked as Python checks them. */
import { NotImplementedError, OverflowError, TypeError } from '../builtins/exceptions.js';
import { typeName } from '../builtins/repr.js';
import type { Endpoint, InternetEndpoint } from '../host/network.js';
import { toInternetEndpoint } from './addresses.js';
import { AF_INET, AF_INET6, AF_UNIX } from './constants.js';

/** Names that need no look-up. */
const KNOWN: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  '': { [AF_INET]: '0.0.0.0', [AF_INET6]: '::' },
  localhost: { [AF_INET]: '127.0.0.1', [AF_INET6]: '::1' },
  '<broadcast>': { [AF_INET]: '255.255.255.255' },
};

/** Host and port of an address, whose host may still be a name; and the scope. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly scope: number;
}

/** Python's name of an object's type, to which an array is a tuple here. */
const nameOf = (value: unknown): string => (Array.isArray(value) ? 'tuple' : typeName(value));

/** The address of a socket of that family, as an argument of a method. */
export function placeOf(family: number, address: unknown, method: string): Place {
  const isV6 = family === AF_INET6;
  if (!Array.isArray(address)) {
    throw new TypeError(`${method}(): ${isV6 ? 'AF_INET6' : 'AF_INET'} address must be tuple, not ${nameOf(address)}`);
  }
  const [host, port, flow = 0, scope = 0, ...rest] = address as readonly unknown[];
  if (isV6 ? address.length < 2 || rest.length > 0 : address.length !== 2) {
    throw new TypeError(
      isV6
        ? 'AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])'
        : 'AF_INET address must be a pair (host, port)',
    );
  }
  if (typeof host !== 'string') throw new TypeError(`str, bytes or bytearray expected, not ${nameOf(host)}`);
  const numbers = [port, flow, scope].map(checkedInteger);
  checkPortRange(port as number, method);
  return { host: KNOWN[host]?.[family] ?? host, port: port as number, scope: numbers[2] as number };
}

/** An integer, as C code of Python's takes it. */
export function checkedInteger(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (typeof value === 'boolean') return Number(value);
  // An object of Python's that has a fraction is a float.
  const name = typeof value === 'number' ? 'float' : typeName(value);
  throw new TypeError(`'${name}' object cannot be interpreted as an integer`);
}

/** Refuses what is no port. */
export function checkPortRange(port: number, method: string): void {
  if (port < 0 || port > 65535) throw new OverflowError(`${method}(): port must be 0-65535.`);
}

/** The address in digits; null if the host is a name. */
export function inDigits({ host, port, scope }: Place): InternetEndpoint | null {
  return toInternetEndpoint([host, port, 0, scope]);
}

/** The address to which a socket is bound, which has to be in digits: a look-up would take time. */
export function boundTo(family: number, address: unknown): Endpoint {
  if (family === AF_UNIX) return { path: unixPath(address) };
  const place = placeOf(family, address, 'bind');
  const endpoint = inDigits(place);
  if (endpoint !== null) return endpoint;
  throw new NotImplementedError(
    `JavaScript can't wait for the address of ${place.host} here: ask loop.getaddrinfo() for it, and bind to that`,
  );
}

/** The path of a Unix socket, as an address. */
export function unixPath(address: unknown): string {
  if (typeof address === 'string') return address;
  if (address instanceof Uint8Array) return String.fromCharCode(...address);
  throw new TypeError(`a bytes-like object is required, not '${nameOf(address)}'`);
}
