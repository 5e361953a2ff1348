/** The keywords of the loop's methods that talk to the operating system. */
import type { Address } from '../../socket/addresses.js';
import type { socket } from '../../socket/socket.js';
import type { SSLContext } from '../../ssl/context.js';
import type { ProtocolFactory } from './protocols.js';

/** How long TLS may take. @public */
export interface TLSTimeouts {
  /** Seconds that the handshake may take; 60 by default. */
  readonly ssl_handshake_timeout?: number | null | undefined;
  /** Seconds that the goodbye may take; 30 by default. */
  readonly ssl_shutdown_timeout?: number | null | undefined;
}

/** The keywords of what makes the connection of a client. @public */
export interface ClientOptions extends TLSTimeouts {
  /** TLS: true for the usual settings, or settings of your own. */
  readonly ssl?: SSLContext | boolean | null | undefined;
  /** The name that the certificate has to bear; by default the host. Only with `ssl`. */
  readonly server_hostname?: string | null | undefined;
  /** A socket that is connected already, instead of an address. */
  readonly sock?: socket | null | undefined;
}

/** The keywords of {@link AbstractEventLoop.create_connection}. @public */
export interface CreateConnectionOptions extends ClientOptions {
  /** The name or the address of the host; null for this machine. */
  readonly host?: string | null | undefined;
  /** The port. */
  readonly port?: number | string | null | undefined;
  /** The kind of addresses: `socket.AF_INET` or `AF_INET6`; 0 for both. */
  readonly family?: number;
  /** The protocol, as a number; 0 for TCP. */
  readonly proto?: number;
  /** Flags of `getaddrinfo`. */
  readonly flags?: number;
  /** The address from which the connection comes. */
  readonly local_addr?: readonly [host: string | null, port: number] | null | undefined;
  /** Seconds after which the next address is tried beside the last one; null to try one after the other. */
  readonly happy_eyeballs_delay?: number | null | undefined;
  /** How many addresses of the first kind are tried before the kinds alternate. */
  readonly interleave?: number | null | undefined;
  /** Raises an `ExceptionGroup` of all errors, instead of one error that tells of all. */
  readonly all_errors?: boolean;
}

/** The keywords of {@link AbstractEventLoop.create_unix_connection}. @public */
export interface CreateUnixConnectionOptions extends ClientOptions {
  /** The path of the socket. */
  readonly path?: string | Uint8Array | null | undefined;
}

/** The keywords of what makes a server. @public */
export interface ServerOptions extends TLSTimeouts {
  /** A socket that is bound already, instead of an address. */
  readonly sock?: socket | null | undefined;
  /** How many connections may wait to be taken; 100 by default. */
  readonly backlog?: number;
  /** TLS: the settings, with a certificate. */
  readonly ssl?: SSLContext | null | undefined;
  /** Whether connections are taken at once; otherwise from `start_serving` on. */
  readonly start_serving?: boolean;
}

/** The keywords of {@link AbstractEventLoop.create_server}. @public */
export interface CreateServerOptions extends ServerOptions {
  /** The name or the address of the interface, or several of them; null for all. */
  readonly host?: string | readonly string[] | null | undefined;
  /** The port; 0 for any that is free. */
  readonly port?: number | string | null | undefined;
  /** The kind of addresses: `socket.AF_INET` or `AF_INET6`; 0 for both. */
  readonly family?: number;
  /** Flags of `getaddrinfo`. */
  readonly flags?: number;
  /** Whether an address that was in use a moment ago may be taken. */
  readonly reuse_address?: boolean | null | undefined;
  /** Whether others may listen at the same address. */
  readonly reuse_port?: boolean | null | undefined;
  /** Whether the system asks now and then whether the peers are still there. */
  readonly keep_alive?: boolean | null | undefined;
}

/** The keywords of {@link AbstractEventLoop.create_unix_server}. @public */
export interface CreateUnixServerOptions extends ServerOptions {
  /** The path of the socket. */
  readonly path?: string | Uint8Array | null | undefined;
  /** Whether the path is removed when the server is closed; it is by default. */
  readonly cleanup_socket?: boolean;
}

/** The keywords of {@link AbstractEventLoop.create_datagram_endpoint}. @public */
export interface CreateDatagramEndpointOptions {
  /** The address from which datagrams go out, and at which they come in. */
  readonly local_addr?: Address | null | undefined;
  /** The address to which they go. */
  readonly remote_addr?: Address | null | undefined;
  /** The kind of addresses; 0 for any. */
  readonly family?: number;
  /** The protocol, as a number; 0 for UDP. */
  readonly proto?: number;
  /** Flags of `getaddrinfo`. */
  readonly flags?: number;
  /** Whether others may receive at the same address. */
  readonly reuse_port?: boolean | null | undefined;
  /** Whether datagrams may go to all. */
  readonly allow_broadcast?: boolean | null | undefined;
  /** A socket that stands already, instead of addresses. */
  readonly sock?: socket | null | undefined;
}

/** The keywords of {@link AbstractEventLoop.connect_accepted_socket}. @public */
export interface ConnectAcceptedSocketOptions extends TLSTimeouts {
  /** TLS: the settings, with a certificate. */
  readonly ssl?: SSLContext | null | undefined;
}

/** The keywords of {@link AbstractEventLoop.start_tls}. @public */
export interface StartTLSOptions extends TLSTimeouts {
  /** Whether this is the server's end. */
  readonly server_side?: boolean;
  /** The name that the certificate has to bear. */
  readonly server_hostname?: string | null | undefined;
}

/** The keywords of {@link AbstractEventLoop.getaddrinfo}. @public */
export interface GetaddrinfoOptions {
  /** The kind of addresses; 0 for both. */
  readonly family?: number;
  /** The kind of socket; 0 for all. */
  readonly type?: number;
  /** The protocol; 0 for all. */
  readonly proto?: number;
  /** Such as `socket.AI_PASSIVE`. */
  readonly flags?: number;
}

/** What `getaddrinfo` gives for each address. @public */
export type AddressInfo = readonly [
  family: number,
  type: number,
  proto: number,
  canonname: string,
  sockaddr: Exclude<Address, string>,
];

/** The keywords of {@link AbstractEventLoop.sendfile}. @public */
export interface SendfileOptions {
  /** From which byte on. */
  readonly offset?: number;
  /** How many bytes; null for all. */
  readonly count?: number | null | undefined;
  /** Whether to read and write where the system has no call of its own for it; it does by default. */
  readonly fallback?: boolean | null | undefined;
}

/** A stream of the host's, such as Node's `Socket`. @public */
export interface HostStream {
  /** Whether it is closed. */
  readonly destroyed: boolean;
  /** Closes it. */
  destroy(error?: Error): unknown;
}

/**
 * What is to be done with a standard stream of a child: `PIPE`, `STDOUT`, `DEVNULL`, a file, or null to share ours.
 *
 * @public
 */
export type Stdio = number | { readonly fd: number } | { fileno(): number } | HostStream | null | undefined;

/** The keywords of what starts a child process; the last ones are those of Python's `Popen`. @public */
export interface SubprocessOptions {
  /** The standard input. */
  readonly stdin?: Stdio;
  /** The standard output. */
  readonly stdout?: Stdio;
  /** The standard error; `STDOUT` sends it there too. */
  readonly stderr?: Stdio;
  /** The directory in which it runs. */
  readonly cwd?: string | null | undefined;
  /** Its variables; by default ours. */
  readonly env?: Readonly<Record<string, string>> | null | undefined;
  /** The program, where it isn't the first argument. */
  readonly executable?: string | null | undefined;
  /** Whether it leads a session of its own. */
  readonly start_new_session?: boolean;
  /** Descriptors of ours that it gets, under the same numbers. */
  readonly pass_fds?: readonly number[];
  /** The user as whom it runs. */
  readonly user?: number | null | undefined;
  /** The group as which it runs. */
  readonly group?: number | null | undefined;
  /** Whether what comes is text: it is bytes, and this has to be false. */
  readonly universal_newlines?: boolean;
  /** As `universal_newlines`. */
  readonly text?: boolean | null | undefined;
  /** The encoding of a text: null. */
  readonly encoding?: null | undefined;
  /** What to do where it can't be decoded: null. */
  readonly errors?: null | undefined;
  /** Whether a shell runs it: true for a command, false for a program. */
  readonly shell?: boolean;
  /** The size of a buffer: 0, for the streams have their own. */
  readonly bufsize?: number;
  /** Any other keyword of `Popen`. */
  readonly [keyword: string]: unknown;
}

/** The first argument of what makes connections, as keyword. @public */
export interface ProtocolFactoryKeyword<P> {
  /** What makes the protocol. */
  readonly protocol_factory: ProtocolFactory<P>;
}

/** A file that is open: as `node:fs/promises` gives it, or its descriptor. @public */
export type FileLike = number | { readonly fd: number } | { fileno(): number };

/** A pipe: its descriptor, something that has one, or a stream of the host's. @public */
export type PipeLike = number | { readonly fd: number } | { fileno(): number } | HostStream;

/** A descriptor, or something that has one. @public */
export type Descriptor = number | { fileno(): number };
