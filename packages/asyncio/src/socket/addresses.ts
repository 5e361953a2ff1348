/** Addresses as Python writes them, and as platforms do. */
import { OSError, ValueError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import type { Endpoint, InternetEndpoint } from '../host/network.js';
import { partOfNetwork } from '../host/network_registry.js';
import { AF_INET, AF_INET6, AF_UNIX, EAI_NONAME } from './constants.js';
import { nameError } from './errors.js';

/** Host and port, which is what most addresses are. @public */
export type HostAndPort = readonly [host: string, port: number];

/** An address: host and port, with flow and scope for IPv6, or the path of a Unix socket. @public */
export type Address = HostAndPort | readonly [host: string, port: number, flowinfo: number, scope_id: number] | string;

const PART = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${PART}(?:\\.${PART}){3}$`);

/** Whether a text is an IPv4 address. */
function isIPv4(text: string): boolean {
  return IPV4.test(text);
}

/** Whether a text is an IPv6 address, which may have a scope behind a `%`. */
function isIPv6(text: string): boolean {
  const [address = '', scope, more] = text.split('%');
  if (scope === '' || more !== undefined) return false;
  const [head = '', tail, rest] = address.split('::');
  if (rest !== undefined || !address.includes(':')) return false;
  const groups = (part: string): number => {
    if (part === '') return 0;
    const pieces = part.split(':');
    const last = pieces[pieces.length - 1] ?? '';
    const embedded = part === (tail ?? head) && isIPv4(last);
    if (embedded) pieces.splice(-1, 1, '0', '0');
    return pieces.every((piece) => /^[\da-f]{1,4}$/i.test(piece)) ? pieces.length : NaN;
  };
  const count = groups(head) + groups(tail ?? '');
  return tail === undefined ? count === 8 : count <= 7;
}

/** The kind of an address in digits; 0 if it is none. */
export function ipVersion(text: string): 0 | 4 | 6 {
  if (isIPv4(text)) return 4;
  return isIPv6(text) ? 6 : 0;
}

/** An endpoint as Python writes it. */
export function toAddress(endpoint: Endpoint | null): Address | null {
  if (endpoint === null) return null;
  if ('path' in endpoint) return endpoint.path;
  const { host, port, family, scope } = endpoint;
  return family === 4 ? [host, port] : [host, port, 0, scope ?? 0];
}

/** The kind of an endpoint, as Python's number. */
export function familyOf(endpoint: Endpoint | null): number {
  if (endpoint === null || 'path' in endpoint) return AF_UNIX;
  return endpoint.family === 4 ? AF_INET : AF_INET6;
}

/** An address in digits as the platform takes it; null if the host is a name. */
export function toInternetEndpoint(address: Exclude<Address, string>): InternetEndpoint | null {
  const [given, port, , scope] = address;
  checkPort(port);
  const [host = '', named] = given.split('%');
  const version = ipVersion(host);
  if (version === 0) return null;
  const number = named === undefined ? scope : numberOf(named, host);
  return { host, port, family: version, scope: number === 0 ? undefined : number };
}

/** The number of an interface. Only addresses that are good on one link may name it. */
function numberOf(name: string, host: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  const isOfLink = /^(?:fe[89ab]|ff[0-9a-f][12]:)/i.test(host);
  const number = isOfLink ? partOfNetwork('names').interfaceNumber(name) : null;
  if (number === null) throw nameError(EAI_NONAME);
  return number;
}

/** Refuses what is no port. */
function checkPort(port: unknown): asserts port is number {
  if (typeof port !== 'number' || !Number.isInteger(port)) throw new OSError('Int or String expected');
  if (port < 0 || port > 65535) throw new ValueError('port must be 0-65535.');
}

/** Python's text of an address: a tuple's, and a path without quotes. */
export function reprAddress(address: Address | null): string {
  return Array.isArray(address) ? `(${address.map((each) => repr(each)).join(', ')})` : String(address);
}
