/**
 * How the loop's methods that talk to the operating system are called.
 *
 * The contract, the base loop and the platform's loop have the same methods here, but not the same parameters, and
 * complaints name the class of CPython's that defines the method.
 */
import { signature, type Signature } from '../../builtins/arguments.js';

/** Which of CPython's methods a loop has: those of the contract, those of `BaseEventLoop`, or all. */
export type IOLevel = 0 | 1 | 2;

/** A method, as one of CPython's classes defines it. */
export interface IODeclaration {
  readonly name: string;
  readonly __qualname__: string;
  readonly isCoroutine: boolean;
  readonly signature: Signature;
}

type Owner = 'BaseEventLoop' | 'BaseSelectorEventLoop' | '_UnixSelectorEventLoop';

/** The parameters are written as {@link signature} wants them, without `self`. */
interface Entry {
  readonly owner: Owner;
  readonly isCoroutine: boolean;
  readonly parameters: string;
  /** Those of the contract, where they are others. */
  readonly contract: string;
}

const entry =
  (owner: Owner, isCoroutine = true) =>
  (parameters: string, contract = parameters): Entry => ({ owner, isCoroutine, parameters, contract });
const base = entry('BaseEventLoop');
const selector = entry('BaseSelectorEventLoop');
const unix = entry('_UnixSelectorEventLoop');
const plain = entry('BaseSelectorEventLoop', false);
const signals = entry('_UnixSelectorEventLoop', false);

const TIMEOUTS = 'ssl_handshake_timeout, ssl_shutdown_timeout';
const CONNECTION = `protocol_factory, host?, port?, *, ssl, family, proto, flags, sock, local_addr, server_hostname, ${TIMEOUTS}, happy_eyeballs_delay, interleave`;
const UNIX_SERVER = `protocol_factory, path?, *, sock, backlog, ssl, ${TIMEOUTS}, start_serving`;
const STREAMS = 'stdin, stdout, stderr';
const POPEN = `${STREAMS}, universal_newlines, shell, bufsize, encoding, errors, text, **kwargs`;

const ENTRIES: Readonly<Record<string, Entry>> = {
  add_reader: plain('fd, callback!, *args!'),
  add_signal_handler: signals('sig, callback!, *args!'),
  add_writer: plain('fd, callback!, *args!'),
  connect_accepted_socket: base(`protocol_factory, sock, *, ssl, ${TIMEOUTS}`),
  connect_read_pipe: base('protocol_factory, pipe'),
  connect_write_pipe: base('protocol_factory, pipe'),
  create_connection: base(`${CONNECTION}, all_errors`, CONNECTION),
  create_datagram_endpoint: base(
    'protocol_factory, local_addr?, remote_addr?, *, family, proto, flags, reuse_port, allow_broadcast, sock',
    'protocol_factory, local_addr?, remote_addr?, *, family, proto, flags, reuse_address, reuse_port, allow_broadcast, sock',
  ),
  create_server: base(
    `protocol_factory, host?, port?, *, family, flags, sock, backlog, ssl, reuse_address, reuse_port, keep_alive, ${TIMEOUTS}, start_serving`,
  ),
  create_unix_connection: unix(`protocol_factory, path?, *, ssl, sock, server_hostname, ${TIMEOUTS}`),
  create_unix_server: unix(`${UNIX_SERVER}, cleanup_socket`, UNIX_SERVER),
  getaddrinfo: base('host, port, *, family, type, proto, flags'),
  getnameinfo: base('sockaddr, flags?'),
  remove_reader: plain('fd'),
  remove_signal_handler: signals('sig'),
  remove_writer: plain('fd'),
  sendfile: base('transport, file, offset?, count?, *, fallback'),
  sock_accept: selector('sock'),
  sock_connect: selector('sock, address'),
  sock_recv: selector('sock, n', 'sock, nbytes'),
  sock_recv_into: selector('sock, buf'),
  sock_recvfrom: selector('sock, bufsize'),
  sock_recvfrom_into: selector('sock, buf, nbytes?'),
  sock_sendall: selector('sock, data'),
  sock_sendfile: base('sock, file, offset?, count?, *, fallback'),
  sock_sendto: selector('sock, data, address'),
  start_tls: base(`transport, protocol, sslcontext, *, server_side, server_hostname, ${TIMEOUTS}`),
  subprocess_exec: base(`protocol_factory, program, *args, ${POPEN}`, `protocol_factory, *args, ${STREAMS}, **kwargs`),
  subprocess_shell: base(`protocol_factory, cmd, *, ${POPEN}`, `protocol_factory, cmd, *, ${STREAMS}, **kwargs`),
};

/** The methods that are coroutine functions. */
export const IO_COROUTINES: readonly string[] = Object.keys(ENTRIES).filter((name) => ENTRIES[name]?.isCoroutine);

const declarations = new Map<string, IODeclaration>();

/** How a method is called on loops of that level. */
export function ioDeclaration(name: string, level: IOLevel): IODeclaration {
  const { owner, isCoroutine, parameters, contract } = ENTRIES[name] as Entry;
  const isDefined = level >= (owner === 'BaseEventLoop' ? 1 : 2);
  const __qualname__ = `${isDefined ? owner : 'AbstractEventLoop'}.${name}`;
  const known = declarations.get(__qualname__);
  if (known !== undefined) return known;
  const declared = signature(`${__qualname__}(self, ${isDefined ? parameters : contract})`);
  const made = { name, __qualname__, isCoroutine, signature: declared };
  declarations.set(__qualname__, made);
  return made;
}
