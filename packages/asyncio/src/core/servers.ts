/** `Server`: takes connections, and makes a protocol for each. */
import { RuntimeError } from '../builtins/exceptions.js';
import { errorNumber } from '../builtins/errno.js';
import { fromSystemError } from '../builtins/oserrors.js';
import { installRepr, repr } from '../builtins/repr.js';
import { copy_context, type Context } from '../contextvars/context.js';
import { logger } from '../host/log.js';
import type { ByteStream, Listening } from '../host/network.js';
import { AbstractServer } from './abstract_server.js';
import type { Gen } from './awaitable.js';
import { GeneratorCoroutine, type Coroutine } from './coroutines.js';
import type { AbstractEventLoop } from './events.js';
import { CancelledError, isFatal } from './exceptions.js';
import { callFactory } from './factories.js';
import { markCoroutineFunctions } from './function_kinds.js';
import type { Future } from './futures.js';
import type { BaseProtocol } from './protocols.js';
import { sleep } from './sleep.js';
import type { Transport } from './transports.js';
import { SOCK_STREAM } from '../socket/constants.js';
import { TransportSocket } from '../socket/transport_socket.js';

/** What a server is made of. */
export interface ServerParts {
  readonly listening: readonly Listening[];
  readonly factory: unknown;
  /** Makes the transport of a connection. The waiter is resolved when the protocol knows of it. */
  readonly makeTransport: (
    stream: ByteStream,
    protocol: BaseProtocol,
    waiter: Future<null>,
    server: Server,
  ) => Transport;
  readonly keepAlive: boolean;
  /** Called when it is closed. */
  readonly cleanUp: (() => void) | null;
}

const coroutineOf = (name: string) => ({ name, __qualname__: `Server.${name}` });
const START_SERVING = coroutineOf('start_serving');
const SERVE_FOREVER = coroutineOf('serve_forever');
const WAIT_CLOSED = coroutineOf('wait_closed');
const ACCEPT = { name: '_accept_connection2', __qualname__: 'BaseSelectorEventLoop._accept_connection2' };

/**
 * Takes connections, and makes a protocol for each. {@link AbstractEventLoop.create_server} and {@link start_server} make
 * servers.
 *
 * @remarks
 * **Python.** `asyncio.Server`. As a context manager it closes itself at the end and waits until it is closed.
 *
 * @example
 * ```ts real-time
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
  readonly #parts: ServerParts;
  readonly #context: Context = copy_context();
  #sockets: readonly TransportSocket[] | null;
  readonly #clients = new Set<Transport>();
  /** Null once the server is closed and its last connection has ended. */
  #waiters: Future<null>[] | null = [];
  #isServing = false;
  #servingForever: Future<null> | null = null;

  /** @internal */
  constructor(loop: AbstractEventLoop, parts: ServerParts) {
    super();
    this.#loop = loop;
    this.#parts = parts;
    this.#sockets = parts.listening.map((each) => new TransportSocket(each, SOCK_STREAM));
    loop._resources.add(this);
  }

  override get_loop(): AbstractEventLoop {
    return this.#loop;
  }

  override is_serving(): boolean {
    return this.#isServing;
  }

  /** The sockets that listen; none once the server is closed. */
  get sockets(): readonly TransportSocket[] {
    return this.#sockets ?? [];
  }

  override start_serving(): Coroutine<null> {
    return new GeneratorCoroutine(this.#startServing(), START_SERVING);
  }

  *#startServing(): Gen<null> {
    this._start_serving();
    yield* sleep(0);
    return null;
  }

  /** @internal */
  _start_serving(): void {
    if (this.#isServing || this.#sockets === null) return;
    this.#isServing = true;
    for (const listening of this.#parts.listening) this.#listen(listening);
  }

  #listen(listening: Listening): void {
    listening.start(
      (stream) => {
        this.#later(() => {
          this.#accept(stream);
        });
      },
      (error) => {
        this.#later(() => {
          this.#failed(error, listening);
        });
      },
    );
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
    this._start_serving();
    this.#servingForever = this.#loop.create_future();
    try {
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
    if (this.#sockets === null) return;
    this.#sockets = null;
    for (const listening of this.#parts.listening) listening.close();
    this.#parts.cleanUp?.();
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
    if (this.#parts.keepAlive) stream.set('keepalive', 1);
    if (this.#loop.get_debug()) logger.debug('%r got a new connection from %r', this, stream.remote);
    this.#loop.create_task(new GeneratorCoroutine(this.#connect(stream), ACCEPT));
  }

  *#connect(stream: ByteStream): Gen<null> {
    let protocol: BaseProtocol | null = null;
    let transport: Transport | null = null;
    try {
      protocol = callFactory(this.#parts.factory, []) as BaseProtocol;
      const waiter = this.#loop.create_future<null>();
      transport = this.#parts.makeTransport(stream, protocol, waiter, this);
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
  #failed(error: Error, listening: Listening): void {
    const exception = fromSystemError(error) as Error & { readonly errno?: unknown };
    const isExhausted = ['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM'].some((code) => errorNumber(code) === exception.errno);
    this.#loop.call_exception_handler({
      message: isExhausted ? 'socket.accept() out of system resource' : 'Error on a listening socket',
      exception,
      socket: new TransportSocket(listening, SOCK_STREAM),
    });
  }

  /** The loop is closed. @internal */
  _release(): void {
    for (const listening of this.#parts.listening) listening.close();
  }

  /** Python's text. */
  __repr__(): string {
    return `<${this.constructor.name} sockets=(${this.sockets.map((each) => repr(each)).join(', ')}${this.sockets.length === 1 ? ',' : ''})>`;
  }
}
installRepr(Server);
/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(Server.prototype.start_serving, Server.prototype.serve_forever, Server.prototype.wait_closed);
