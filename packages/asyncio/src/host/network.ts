/**
 * What the library wants of an operating system: streams of bytes, servers, datagrams, pipes, processes, signals.
 *
 * As with {@link Host}, everything that touches a platform stands behind this interface, and what is asyncio in it
 * (flow control, protocols, order, errors) stands above. A platform leaves out what it can't do and gives the reason
 * instead.
 *
 * No method calls back before it has returned, and none throws unless it says so. Errors are the platform's own;
 * whoever gets them makes Python's of them.
 */
import type { SecureOptions, TLSContext, TLSSettings } from './tls.js';

/** A place in the Internet: an address in digits, never a name. */
export interface InternetEndpoint {
  readonly host: string;
  readonly port: number;
  readonly family: 4 | 6;
  /** The interface over which a link-local address is reached, by its number. */
  readonly scope?: number | undefined;
}

/** A socket in the file system; a name that begins with a zero byte is Linux's abstract one. */
export interface PathEndpoint {
  readonly path: string;
}

/** Where a stream leads, or a server listens. */
export type Endpoint = InternetEndpoint | PathEndpoint;

/** Told of what happens to a stream. Nothing comes after `closed`. */
export interface StreamListener {
  /** Bytes have come. They are the listener's. */
  received(chunk: Uint8Array): void;
  /** The peer has written its last byte. */
  ended(): void;
  /** The system has taken something of what was written: `pending` is less. */
  flushed(): void;
  /** The stream is closed; with the error if it failed. */
  closed(error: Error | null): void;
}

/** The options of a socket that a platform may know: numbers of bytes, of hops, or 0 and 1. */
export type SocketOption =
  'nodelay' | 'keepalive' | 'broadcast' | 'receiveBuffer' | 'sendBuffer' | 'hops' | 'multicastHops' | 'multicastLoop';

/** What a stream is, for those who ask. */
export interface Descriptor {
  /** The system's number of it; -1 if it has none, or none any more. */
  readonly fileno: number;
  /** Where it stands, and where it leads; null if that isn't known. */
  readonly local: Endpoint | null;
  readonly remote: Endpoint | null;
  /** Sets what the platform can set; false if it can't. */
  set(option: SocketOption, value: number): boolean;
  /** Tells what the platform can tell; null if it can't. */
  get(option: SocketOption): number | null;
  /** Its groups, if it can be in any: only a socket for datagrams can. */
  readonly groups?: Groups;
}

/**
 * The groups whose datagrams a socket receives. An interface of the machine is told by its number or, for IPv4, by its
 * address; 0 and `0.0.0.0` leave it to the system. The methods throw what the system says.
 */
export interface Groups {
  join(family: 4 | 6, group: string, through: string | number): void;
  leave(family: 4 | 6, group: string, through: string | number): void;
  /** Through which interface datagrams to groups are sent. */
  sendThrough(family: 4 | 6, through: string | number): void;
}

/** A stream of bytes in both directions, or in one. It doesn't read until it is told to. */
export interface ByteStream extends Descriptor {
  /** Who is told; at first nobody is. */
  listener: StreamListener | null;
  /** How many bytes wait for the system to take them. */
  readonly pending: number;
  /** Begins to read, or goes on. */
  resume(): void;
  /** Stops reading. What was read already may still come. */
  pause(): void;
  /** Gives bytes back, to be read again before all others. */
  unread(chunk: Uint8Array): void;
  /** Writes the bytes, which must not change before they are taken. False if the system has taken all at once. */
  write(chunk: Uint8Array): boolean;
  /** Writes no more, once all is taken; reading goes on. */
  end(): void;
  /** Closes the stream at once. `closed(null)` follows. */
  destroy(): void;
}

/** What a connection wants besides its end. */
export interface ConnectOptions {
  /** Where it begins; by default anywhere. */
  readonly local: InternetEndpoint | null;
}

/** Something that is on its way; it can be given up, and then nobody is called back. */
export interface Pending {
  cancel(): void;
}

/** Called once: with the result, or with an error. */
export type Outcome<T> = (error: Error | null, result: T | null) => void;

/** A server that listens. */
export interface Listening extends Descriptor {
  /** Takes connections from now on; those that came before have waited. */
  start(accepted: (stream: ByteStream) => void, failed: (error: Error) => void): void;
  /** Takes none for a while: those that come wait. */
  pause(): void;
  /** Gives a connection back, to be taken again before all others. */
  giveBack(stream: ByteStream): void;
  /** Listens no more; the connections stay. */
  close(): void;
}

/** What a server wants besides its place. */
export interface ListenOptions {
  readonly backlog: number;
  /** Whether it takes IPv6 alone, where it could take both. */
  readonly ipv6Only: boolean;
  /** Whether others may listen there as well. */
  readonly reusePort: boolean;
}

/** Names and addresses. */
export interface Names {
  /** The addresses of a name; `family` 0 for both kinds. */
  lookup(name: string, family: 0 | 4 | 6, outcome: Outcome<readonly InternetEndpoint[]>): void;
  /** The name of an address, and that of the service at its port. */
  reverse(
    host: string,
    port: number,
    protocol: 'tcp' | 'udp',
    outcome: Outcome<readonly [name: string, service: string]>,
  ): void;
  /** The number of a network interface; null if there is none by that name. */
  interfaceNumber(name: string): number | null;
  /** The port of a service; null if there is no such service. */
  port(service: string, protocol: 'tcp' | 'udp'): number | null;
}

/** Why a connection can't be made. */
export interface ConnectFailure extends Error {
  /** The system has refused to try: the network has not been asked. */
  readonly isImmediate?: boolean;
}

/** Connections. */
export interface Streams {
  /** The error is a {@link ConnectFailure}. */
  connect(to: Endpoint, options: ConnectOptions, outcome: Outcome<ByteStream>): Pending;
  listen(at: Endpoint, options: ListenOptions, outcome: Outcome<Listening>): void;
  /** Whether several servers can share an address. */
  readonly sharesPorts: boolean;
  /** Removes a socket from the file system, if there is one at the path. It throws what the system says. */
  removeStale(path: string): void;
  /** Makes two streams that lead to each other. */
  pair(outcome: Outcome<readonly [ByteStream, ByteStream]>): void;
  /** Remembers the socket that is at the path now. Gives what removes it, if it is still the same. */
  watchPath(path: string): () => void;
}

/** Told of what happens to a socket for datagrams. */
export interface DatagramListener {
  /** A datagram has come; it is the listener's. */
  received(data: Uint8Array, from: InternetEndpoint): void;
  /** The system has an error to tell, such as that nobody receives what was sent. The socket goes on. */
  failed(error: Error): void;
}

/** A socket for datagrams. It receives from the beginning. */
export interface DatagramSocket extends Descriptor {
  listener: DatagramListener | null;
  /** How many bytes wait for the system to take them, and in how many datagrams. */
  readonly pending: readonly [bytes: number, datagrams: number];
  /** From now on sends to that place, and receives from nowhere else. `remote` tells at once whether it worked. */
  connect(to: InternetEndpoint, outcome: (error: Error | null) => void): void;
  /** Sends a datagram; null for where it is connected to. The bytes must not change before it is `done`. */
  send(data: Uint8Array, to: InternetEndpoint | null, done: (error: Error | null) => void): void;
  /** Closes it at once. */
  close(): void;
}

/** What a socket for datagrams is to be. */
export interface DatagramOptions {
  readonly family: 4 | 6;
  /** Where it receives; null for any place that is free. */
  readonly local: InternetEndpoint | null;
  readonly broadcast: boolean;
  readonly ipv6Only: boolean;
  readonly reuseAddress: boolean;
  readonly reusePort: boolean;
}

/** Datagrams. */
export interface Datagrams {
  /** Opens a socket. It throws what the system says. */
  open(options: DatagramOptions): DatagramSocket;
}

/** Files that are open. */
export interface Files {
  /** Reads from a place of the file as much as there is room for, or what is left; at its end nothing. */
  read(descriptor: number, into: Uint8Array, position: number, outcome: Outcome<number>): void;
}

/** Connections that somebody else makes, for a platform that can't. */
export interface Gateway {
  /** Asks the gateway at the URL to connect to a host, by its name or address, and to a port. */
  connect(url: string, host: string, port: string, outcome: Outcome<ByteStream>): Pending;
}

/** TLS. */
export interface TLS {
  /** A file as text, each byte a character. It throws what the system says. */
  read(path: string): string;
  /** The names of the files of a folder; none if there is no such folder. */
  list(path: string): readonly string[];
  /** Adds to the end of a file. */
  append(path: string, data: Uint8Array): void;
  /** A variable of the environment; null if it isn't set. */
  variable(name: string): string | null;
  /** The authorities whom the platform knows, in PEM. */
  authorities(): readonly string[];
  /** Takes up settings. It throws what OpenSSL says. */
  context(settings: TLSSettings): TLSContext;
  /** The name of a host as certificates and servers know it, in ASCII. */
  domain(name: string): string;
  /** The names of OpenSSL's ciphers. */
  ciphers(): readonly string[];
  /**
   * Begins TLS on a stream, which is not to be used any more. What was read already, and wasn't meant for whoever has
   * read it, comes first.
   */
  secure(stream: ByteStream, read: readonly Uint8Array[], options: SecureOptions): ByteStream;
}
