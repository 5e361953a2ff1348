/** `Server`: takes connections, and makes a protocol for each. */
import { signature } from '../../builtins/arguments.js';
import { RuntimeError } from '../../builtins/exceptions.js';
import { errorNumber } from '../../builtins/errno.js';
import { fromSystemError } from '../../builtins/oserrors.js';
import { installRepr, repr } from '../../builtins/repr.js';
import { copy_context, type Context } from '../../contextvars/context.js';
import { logger } from '../../host/log.js';
import type { ByteStream, Listening } from '../../host/network.js';
import { AbstractServer } from '../contract/abstract_server.js';
import type { Gen } from '../common/awaitable.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { CancelledError, isFatal } from '../common/exceptions.js';
import { callFactory } from '../common/factories.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import type { Future } from '../futures/futures.js';
import type { BaseProtocol, ProtocolFactory } from '../contract/protocols.js';
import { sleep } from '../tasks/sleep.js';
import type { Transport } from '../contract/transports.js';
import type { Deferred } from '../../socket/deferred.js';
import type { socket } from '../../socket/socket.js';
import type { TransportSocket } from '../../socket/transport_socket.js';
import type { SSLContext } from '../../ssl/context.js';
import type { ServerExtras, ServerParts, ServerTLS } from './server_parts.js';
import { shownSocket } from './server_sockets.js';

const initSpec = signature(
  'Server.__init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout, ssl_shutdown_timeout?)',
);

const coroutineOf = (name: string) => ({ name, __qualname__: `Server.${name}` });
const START_SERVING = coroutineOf('start_serving');
const SERVE_FOREVER = coroutineOf('serve_forever');
const WAIT_CLOSED = coroutineOf('wait_closed');
const ACCEPT = { name: '_accept_connection2', __qualname__: 'BaseSelectorEventLoop._accept_connection2' };

/**
 * Takes connections, and makes a protocol for each. {@link AbstractEventLoop.create_server} and {@link start_server}
 * make servers.
 *
 * @remarks
 * **Python.** `asyncio.Server`. As a context manager it closes itself at the end and waits until it is closed.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   const server = await asyncio.start_server(() => undefined, '127.0.0.1', 0);
 *   const wasServing = server.is_serving();
 *   server.close();
 *   await server.wait_closed();
 *   return [wasServing, server.is_serving()];
 * });
 * await asyncio.run(main()); // => [true, false]
 * ```
 *
 * @public
 */
export class Server extends AbstractServer {
  readonly #loop: AbstractEventLoop;
  readonly #factory: unknown;
  readonly #backlog: number;
  readonly #tls: ServerTLS;
  readonly #context: Context = copy_context();
  /** Null once the server is closed. */
  #sockets: readonly socket[] | null;
  readonly #shown: readonly TransportSocket[];
  #extras: ServerExtras = { keepAlive: false, cleanUp: null };
  readonly #clients = new Set<Transport>();
  /** Null once the server is closed and its last connection has ended. */
  #waiters: Future<null>[] | null = [];
  #isServing = false;
  #servingForever: Future<null> | null = null;

  /**
   * Loops make servers; a program has no reason to.
   *
   * @param loop - See {@link ServerParts}, for all of them. Each also as keyword.
   */
  constructor(
    loop: AbstractEventLoop,
    sockets: readonly socket[],
    protocol_factory: ProtocolFactory<BaseProtocol>,
    ssl_context: SSLContext | null,
    backlog: number,
    ssl_handshake_timeout: number | null,
    ssl_shutdown_timeout?: number | Pick<ServerParts, 'ssl_shutdown_timeout'> | null,
  );
  constructor(
    loop: AbstractEventLoop,
    sockets: readonly socket[],
    protocol_factory: ProtocolFactory<BaseProtocol>,
    ssl_context: SSLContext | null,
    backlog: number,
    options: Pick<ServerParts, 'ssl_handshake_timeout' | 'ssl_shutdown_timeout'>,
  );
  constructor(
    loop: AbstractEventLoop,
    sockets: readonly socket[],
    protocol_factory: ProtocolFactory<BaseProtocol>,
    ssl_context: SSLContext | null,
    options: Omit<ServerParts, 'loop' | 'sockets' | 'protocol_factory' | 'ssl_context'>,
  );
  constructor(
    loop: AbstractEventLoop,
    sockets: readonly socket[],
    protocol_factory: ProtocolFactory<BaseProtocol>,
    options: Omit<ServerParts, 'loop' | 'sockets' | 'protocol_factory'>,
  );
  constructor(loop: AbstractEventLoop, sockets: readonly socket[], options: Omit<ServerParts, 'loop' | 'sockets'>);
  constructor(loop: AbstractEventLoop, options: Omit<ServerParts, 'loop'>);
  constructor(options: ServerParts);
  constructor(...args: readonly unknown[]) {
    super();
    const [loop, sockets, factory, ssl, backlog, handshakeTimeout, shutdownTimeout = null] = initSpec.bind(args) as [
      AbstractEventLoop,
      readonly socket[],
      unknown,
      SSLContext | null,
      number,
      number | null,
      number | null | undefined,
    ];
    this.#loop = loop;
    this.#sockets = sockets;
    this.#shown = sockets.map(shownSocket);
    this.#factory = factory;
    this.#backlog = backlog;
    this.#tls = { ssl, handshakeTimeout, shutdownTimeout };
    loop._resources.add(this);
  }

  /** @internal */
  _add(extras: ServerExtras): void {
    this.#extras = extras;
  }

  override get_loop(): AbstractEventLoop {
    return this.#loop;
  }

  override is_serving(): boolean {
    return this.#isServing;
  }

  /** The sockets that listen; none once the server is closed. */
  get sockets(): readonly TransportSocket[] {
    return this.#sockets === null ? [] : this.#shown;
  }

  override start_serving(): Coroutine<null> {
    return new GeneratorCoroutine(this.#startServing(), START_SERVING);
  }

  *#startServing(): Gen<null> {
    yield* this.#begin();
    yield* sleep(0);
    return null;
  }

  /** Sockets of the loop's own making listen already, and nobody waits for them. */
  *#begin(): Gen<void> {
    this._start_serving();
    for (const sock of this.#sockets ?? []) yield* untilListening(this.#loop, sock._listen(this.#backlog));
  }

  /** @internal */
  _start_serving(): void {
    if (this.#isServing || this.#sockets === null) return;
    this.#isServing = true;
    this.#sockets.forEach((sock, index) => {
      this.#listen(sock, this.#shown[index] as TransportSocket);
    });
  }

  #listen(sock: socket, shown: TransportSocket): void {
    sock._listen(this.#backlog).ask((_, listening) => {
      if (this.#sockets === null) return;
      listening?.start(
        (stream) => {
          this.#later(() => {
            this.#accept(stream);
          });
        },
        (error) => {
          this.#later(() => {
            this.#failed(error, shown);
          });
        },
      );
    });
  }

  /** The platform calls outside of any handle. */
  #later(callback: () => void): void {
    if (!this.#loop.is_closed()) this.#loop.call_soon(callback, { context: this.#context });
  }

  override serve_forever(): Coroutine<null> {
    return new GeneratorCoroutine(this.#serveForever(), SERVE_FOREVER);
  }

  *#serveForever(): Gen<null> {
    if (this.#servingForever !== null) {
      throw new RuntimeError(`server ${repr(this)} is already being awaited on serve_forever()`);
    }
    if (this.#sockets === null) throw new RuntimeError(`server ${repr(this)} is closed`);
    this.#servingForever = this.#loop.create_future();
    try {
      yield* this.#begin();
      return yield* this.#servingForever;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      this.close();
      yield* this.wait_closed();
      throw error;
    } finally {
      this.#servingForever = null;
    }
  }

  override close(): void {
    const sockets = this.#sockets;
    if (sockets === null) return;
    this.#sockets = null;
    for (const sock of sockets) sock.close();
    this.#extras.cleanUp?.();
    this.#isServing = false;
    this.#loop._resources.delete(this);
    if (this.#servingForever?.done() === false) this.#servingForever.cancel();
    this.#servingForever = null;
    if (this.#clients.size === 0) this.#wakeUp();
  }

  override close_clients(): void {
    for (const transport of [...this.#clients]) transport.close();
  }

  override abort_clients(): void {
    for (const transport of [...this.#clients]) transport.abort();
  }

  override wait_closed(): Coroutine<null> {
    return new GeneratorCoroutine(this.#waitClosed(), WAIT_CLOSED);
  }

  *#waitClosed(): Gen<null> {
    if (this.#waiters === null) return null;
    const waiter = this.#loop.create_future<null>();
    this.#waiters.push(waiter);
    return yield* waiter;
  }

  #wakeUp(): void {
    const waiters = this.#waiters ?? [];
    this.#waiters = null;
    for (const waiter of waiters) if (!waiter.done()) waiter.set_result(null);
  }

  // Connections

  /** @internal */
  _attach(transport: Transport): void {
    this.#clients.add(transport);
  }

  /** @internal */
  _detach(transport: Transport): void {
    this.#clients.delete(transport);
    if (this.#clients.size === 0 && this.#sockets === null) this.#wakeUp();
  }

  #accept(stream: ByteStream): void {
    if (this.#sockets === null) {
      stream.destroy();
      return;
    }
    if (this.#extras.keepAlive) stream.set('keepalive', 1);
    if (this.#loop.get_debug()) logger.debug('%r got a new connection from %r', this, stream.remote);
    this.#loop.create_task(new GeneratorCoroutine(this.#connect(stream), ACCEPT));
  }

  *#connect(stream: ByteStream): Gen<null> {
    let protocol: BaseProtocol | null = null;
    let transport: Transport | null = null;
    try {
      protocol = callFactory(this.#factory, []) as BaseProtocol;
      const waiter = this.#loop.create_future<null>();
      transport = this.#loop._make_server_transport(stream, protocol, waiter, this, this.#tls);
      yield* waiter;
    } catch (exception) {
      if (transport === null) stream.destroy();
      else transport.close();
      if (isFatal(exception)) throw exception;
      if (this.#loop.get_debug()) {
        this.#loop.call_exception_handler({
          message: 'Error on transport creation for incoming connection',
          exception,
          ...(protocol !== null && { protocol }),
          ...(transport !== null && { transport }),
        });
      }
    }
    return null;
  }

  /** Nobody waits for a connection that couldn't be taken. */
  #failed(error: Error, shown: TransportSocket): void {
    const exception = fromSystemError(error) as Error & { readonly errno?: unknown };
    const isExhausted = ['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM'].some((code) => errorNumber(code) === exception.errno);
    this.#loop.call_exception_handler({
      message: isExhausted ? 'socket.accept() out of system resource' : 'Error on a listening socket',
      exception,
      socket: shown,
    });
  }

  /** The loop is closed. @internal */
  _release(): void {
    for (const sock of this.#sockets ?? []) sock.close();
  }

  /** Python's text. */
  __repr__(): string {
    return `<${this.constructor.name} sockets=(${this.sockets.map((each) => repr(each)).join(', ')}${this.sockets.length === 1 ? ',' : ''})>`;
  }
}
installRepr(Server);

/** Waits until a socket listens, or raises why it doesn't. */
function* untilListening(loop: AbstractEventLoop, listening: Deferred<Listening>): Gen<void> {
  const waiter = loop.create_future<null>();
  listening.ask((error) => {
    if (waiter.done() || loop.is_closed()) return;
    if (error === null) waiter.set_result(null);
    else waiter.set_exception(error);
  });
  yield* waiter;
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(Server.prototype.start_serving, Server.prototype.serve_forever, Server.prototype.wait_closed);
