/** `getaddrinfo` and `getnameinfo`: names of hosts, and their addresses. */
import { OSError, TypeError } from '../../builtins/exceptions.js';
import type { InternetEndpoint } from '../../host/network.js';
import { partOfNetwork } from '../../host/network_registry.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { AddressInfo } from '../../core/contract/io_options.js';
import { ipVersion, toAddress, toInternetEndpoint, type Address } from '../../socket/addresses.js';
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  AI_CANONNAME,
  AI_NUMERICHOST,
  AI_NUMERICSERV,
  AI_PASSIVE,
  EAI_ADDRFAMILY,
  EAI_FAMILY,
  EAI_NONAME,
  EAI_SERVICE,
  EAI_SOCKTYPE,
  IPPROTO_TCP,
  IPPROTO_UDP,
  NI_DGRAM,
  NI_NAMEREQD,
  NI_NUMERICHOST,
  NI_NUMERICSERV,
  SOCK_DGRAM,
  SOCK_STREAM,
} from '../../socket/constants.js';
import { gaierror, nameError, nameErrorOf } from '../../socket/errors.js';
import { outcome } from './outcome.js';

/** What is asked for besides host and port. */
export interface Wanted {
  readonly family: number;
  readonly type: number;
  readonly proto: number;
  readonly flags: number;
}

/** The kinds of sockets, in the order in which they are listed. */
const KINDS = [
  { type: SOCK_STREAM, proto: IPPROTO_TCP },
  { type: SOCK_DGRAM, proto: IPPROTO_UDP },
] as const;

const FAMILIES: Readonly<Record<number, 0 | 4 | 6>> = { [AF_UNSPEC]: 0, [AF_INET]: 4, [AF_INET6]: 6 };

export function* getaddrinfo(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<AddressInfo[]> {
  const [host, port, family, type, proto, flags] = bound as [
    string | null,
    number | string | null,
    ...(number | undefined)[],
  ];
  const wanted = { family: family ?? 0, type: type ?? 0, proto: proto ?? 0, flags: flags ?? 0 };
  return yield* resolve(loop, host, port, wanted);
}

/** The addresses of a host, for the sockets that are wanted. */
export function* resolve(loop: AbstractEventLoop, host: unknown, port: unknown, wanted: Wanted): Gen<AddressInfo[]> {
  const version = FAMILIES[wanted.family];
  if (version === undefined) throw nameError(EAI_FAMILY);
  const kinds = KINDS.filter(({ type, proto }) => [0, type].includes(wanted.type) && [0, proto].includes(wanted.proto));
  if (kinds.length === 0) throw nameError(EAI_SOCKTYPE);
  const name = checkedHost(host);
  const number = portOf(port, kinds, wanted.flags);
  if (name === null && (port === null || port === undefined)) throw nameError(EAI_NONAME);
  const endpoints = yield* endpointsOf(loop, name, version, wanted.flags);
  const canonname = (wanted.flags & AI_CANONNAME) !== 0 ? (name ?? '') : '';
  return endpoints.flatMap((endpoint, index) =>
    kinds.map(({ type, proto }, kind): AddressInfo => [
      endpoint.family === 4 ? AF_INET : AF_INET6,
      type,
      proto,
      index + kind === 0 ? canonname : '',
      toAddress({ ...endpoint, port: number }) as Exclude<Address, string>,
    ]),
  );
}

function checkedHost(host: unknown): string | null {
  if (host === null || host === undefined || host === '') return null;
  if (host instanceof Uint8Array) return String.fromCharCode(...host);
  if (typeof host !== 'string') throw new TypeError('getaddrinfo() argument 1 must be string or None');
  return host;
}

function portOf(port: unknown, kinds: readonly { readonly type: number }[], flags: number): number {
  if (port === null || port === undefined || port === '') return 0;
  if (typeof port === 'string') {
    if (/^\d+$/.test(port)) return Number(port) & 0xffff;
    const isStream = kinds.some(({ type }) => type === SOCK_STREAM);
    const known = (flags & AI_NUMERICSERV) === 0 ? partOfNetwork('names').port(port, isStream ? 'tcp' : 'udp') : null;
    if (known === null) throw nameError((flags & AI_NUMERICSERV) === 0 ? EAI_SERVICE : EAI_NONAME);
    return known;
  }
  if (typeof port !== 'number' || !Number.isInteger(port)) throw new OSError('Int or String expected');
  if (port < 0) throw nameError(EAI_SERVICE);
  return port & 0xffff;
}

function* endpointsOf(
  loop: AbstractEventLoop,
  host: string | null,
  version: 0 | 4 | 6,
  flags: number,
): Gen<readonly InternetEndpoint[]> {
  if (host === null) return own(version, (flags & AI_PASSIVE) !== 0);
  const literal = toInternetEndpoint([host, 0]);
  if (literal !== null) {
    if (version !== 0 && version !== literal.family) throw nameError(EAI_ADDRFAMILY);
    return [literal];
  }
  if ((flags & AI_NUMERICHOST) !== 0) throw nameError(EAI_NONAME);
  return yield* outcome<readonly InternetEndpoint[]>(
    loop,
    (done) => {
      partOfNetwork('names').lookup(host, version, done);
      return undefined;
    },
    undefined,
    nameErrorOf,
  );
}

/** The addresses of no name: this machine's, for a server all of them. */
function own(version: 0 | 4 | 6, isPassive: boolean): InternetEndpoint[] {
  const four = { host: isPassive ? '0.0.0.0' : '127.0.0.1', port: 0, family: 4 } as const;
  const six = { host: isPassive ? '::' : '::1', port: 0, family: 6 } as const;
  const both = isPassive ? [four, six] : [six, four];
  return both.filter(({ family }) => version === 0 || version === family);
}

export function* getnameinfo(loop: AbstractEventLoop, bound: readonly unknown[]): Gen<[host: string, service: string]> {
  const [sockaddr, given] = bound as [unknown, number | undefined];
  if (!Array.isArray(sockaddr)) {
    throw new TypeError('getnameinfo() argument 1 must be a tuple');
  }
  const [host, port] = sockaddr as [string, number];
  const flags = given ?? 0;
  if (ipVersion(host.split('%')[0] ?? '') === 0) throw nameError(EAI_NONAME);
  const digits: [string, string] = [host, String(port)];
  if ((flags & NI_NUMERICHOST) !== 0 && (flags & NI_NUMERICSERV) !== 0) return digits;
  let found: readonly [string, string];
  try {
    found = yield* outcome<readonly [string, string]>(
      loop,
      (done) => {
        partOfNetwork('names').reverse(host, port, (flags & NI_DGRAM) !== 0 ? 'udp' : 'tcp', done);
        return undefined;
      },
      undefined,
      nameErrorOf,
    );
  } catch (error) {
    if (!(error instanceof gaierror) || (flags & NI_NAMEREQD) !== 0) throw error;
    found = digits;
  }
  return [(flags & NI_NUMERICHOST) !== 0 ? digits[0] : found[0], (flags & NI_NUMERICSERV) !== 0 ? digits[1] : found[1]];
}
