/**
 * The contract of an event loop.
 *
 * Futures and tasks know a loop only by this contract; the implementation (`base_events.ts`) stands above them. The
 * names of their types appear here for the signatures alone.
 */
import { NotImplementedError } from '../../builtins/exceptions.js';
import type { Executor } from '../../concurrent/executor.js';
import type { ThreadPoolExecutor } from '../../concurrent/thread.js';
import type { Context } from '../../contextvars/context.js';
import { warn } from '../../host/log.js';
import type { Future } from '../futures/futures.js';
import type { Callback, Handle, Runnable, TimerHandle } from './handles.js';
import type { AwaitableOrThunk, Gen } from '../common/awaitable.js';
import { abstractly } from './contract.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import type {
  AddressInfo,
  ConnectAcceptedSocketOptions,
  CreateConnectionOptions,
  CreateDatagramEndpointOptions,
  CreateServerOptions,
  CreateUnixConnectionOptions,
  CreateUnixServerOptions,
  Descriptor,
  FileLike,
  GetaddrinfoOptions,
  PipeLike,
  ProtocolFactoryKeyword,
  SendfileOptions,
  StartTLSOptions,
  SubprocessOptions,
} from './io_options.js';
import { IO_COROUTINES, ioDeclaration, type IODeclaration, type IOLevel } from './io_signatures.js';
import type {
  ContextKeyword,
  CoroKeyword,
  CoroutineOrThunk,
  EnabledKeyword,
  ExceptionContext,
  ExceptionHandler,
  ExecutorCall,
  ExecutorKeyword,
  FactoryKeyword,
  FutureKeyword,
  HandlerKeyword,
  TaskFactory,
  TimeoutKeyword,
} from './loop_options.js';
import type { Resource } from './resources.js';
import type { BaseProtocol, ProtocolFactory } from './protocols.js';
import type { Address } from '../../socket/addresses.js';
import type { socket } from '../../socket/socket.js';
import type { SSLContext } from '../../ssl/context.js';
import type { Server } from '../loop/servers.js';
import { _set_result_unless_cancelled, type Sleeper } from './sleep_timer.js';
import type { TaskOptions } from '../tasks/task_options.js';
import type { Task } from '../tasks/tasks.js';
import type { DatagramTransport, ReadTransport, SubprocessTransport, Transport, WriteTransport } from './transports.js';

// eslint-disable-next-line require-yield -- it never gets to one
function* notImplemented(...reason: [reason?: string]): Gen<never> {
  throw new NotImplementedError(...reason);
}

/**
 * The contract of an event loop. Every method raises `NotImplementedError`; {@link BaseEventLoop} implements it.
 *
 * @remarks
 * **Python.** `asyncio.AbstractEventLoop`. What blocks in Python (`run_forever`, `run_until_complete`) returns a
 * promise.
 *
 * @example
 * ```ts
 * const loop = new asyncio.AbstractEventLoop();
 * try {
 *   loop.time();
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * ```
 *
 * @public
 */
export class AbstractEventLoop {
  /** Seconds that a callback may take in debug mode before it is logged. */
  declare slow_callback_duration: number;

  /**
   * Runs until `stop()` is called.
   *
   * @remarks
   * **Python.** `loop.run_forever`, which blocks.
   *
   * **Cancellation.** Nobody can cancel the promise; {@link AbstractEventLoop.stop} ends it, and leaves all tasks as
   * they are. Ctrl-C is not handled: see {@link Runner}.
   *
   * @returns A promise that is resolved when the loop stops.
   * @throws RuntimeError (as a rejection) if the loop runs already or is closed.
   */
  run_forever(): Promise<void> {
    throw new NotImplementedError();
  }

  /**
   * Runs until the future is done, and gives its result.
   *
   * @remarks
   * **Python.** `loop.run_until_complete`, which blocks.
   *
   * **Cancellation.** Nobody can cancel the promise. It rejects with `CancelledError` if the future or task is
   * cancelled. Ctrl-C is not handled: see {@link Runner}.
   *
   * @param future - A future, or what a task can be made of; also as keyword.
   * @returns A promise of its result.
   * @throws RuntimeError (as a rejection) if the loop runs already or is closed, or was stopped before the future was
   *   done.
   */
  run_until_complete<T>(future: AwaitableOrThunk<T> | FutureKeyword<T>): Promise<T>;
  run_until_complete(...args: readonly unknown[]): Promise<unknown> {
    return abstractly('run_until_complete', args);
  }

  /** As `run_until_complete`, but it blocks. */
  run_until_complete_sync<T>(future: AwaitableOrThunk<T> | FutureKeyword<T>): T;
  run_until_complete_sync(...args: readonly unknown[]): unknown {
    return abstractly('run_until_complete_sync', args);
  }

  /** Ends `run_forever` after the current iteration. */
  stop(): void {
    throw new NotImplementedError();
  }

  /** Whether the loop runs. */
  is_running(): boolean {
    throw new NotImplementedError();
  }

  /** Whether the loop was closed. */
  is_closed(): boolean {
    throw new NotImplementedError();
  }

  /** Closes the loop; it must not be running. */
  close(): void {
    throw new NotImplementedError();
  }

  /**
   * Closes all asynchronous generators that are still open, at the same time, and waits for their clean-up. Those that
   * begin later cause a `ResourceWarning`.
   *
   * @remarks
   * **Python.** `loop.shutdown_asyncgens`, since 3.6. {@link run} calls it.
   *
   * **Cancellation.** Cancels what is still being closed: `CancelledError` is raised in the generators' clean-up. None
   * of them is closed again.
   */
  shutdown_asyncgens(): Coroutine<null> {
    return new GeneratorCoroutine(notImplemented(), { name: 'AbstractEventLoop.shutdown_asyncgens' });
  }

  /**
   * Shuts the default executor down, and waits for what it does.
   *
   * @remarks
   * **Python.** `loop.shutdown_default_executor`, since 3.9; `timeout` since 3.12. {@link run} calls it.
   *
   * **Cancellation.** Only the wait ends: what the executor does goes on.
   *
   * @param timeout - Seconds to wait; null for no limit. Also as keyword.
   */
  shutdown_default_executor(timeout?: number | TimeoutKeyword | null): Coroutine<null> {
    void timeout;
    return new GeneratorCoroutine(notImplemented(), { name: 'AbstractEventLoop.shutdown_default_executor' });
  }

  /**
   * Has an executor call a function: by default in a thread, which in browsers raises `NotImplementedError`.
   *
   * @remarks
   * **Python.** `loop.run_in_executor`. No context goes along; {@link to_thread} takes it along. In debug mode
   * coroutine functions are refused, as there.
   *
   * **Cancellation.** Ends the wait, and cancels the call if it hasn't begun.
   *
   * @param executor - The executor; null for the default one, which is made when it is first needed.
   * @param func - The function: importable, or self-contained ({@link concurrent.ThreadPoolExecutor}).
   * @param args - Its arguments, of which a plain object at the end is one too.
   * @returns A future of its result.
   * @throws RuntimeError if the loop is closed, or the default executor was shut down.
   */
  run_in_executor<Args extends unknown[], T>(
    executor: Executor | null | undefined,
    func: (...args: Args) => T | PromiseLike<T>,
    ...args: Args
  ): Future<T>;
  run_in_executor<T>(options: ExecutorCall<T>): Future<T>;
  run_in_executor(...args: readonly unknown[]): Future<unknown> {
    return abstractly('run_in_executor', args);
  }

  /**
   * Sets the default executor.
   *
   * @remarks
   * **Python.** `loop.set_default_executor`. As there, the one before is left to itself.
   *
   * @param executor - The executor; also as keyword.
   * @throws TypeError if it isn't a `ThreadPoolExecutor`.
   */
  set_default_executor(executor: ThreadPoolExecutor | ExecutorKeyword): void;
  set_default_executor(...args: readonly unknown[]): void {
    abstractly('set_default_executor', args);
  }

  /** Calls `callback` in the next iteration. */
  call_soon<As extends readonly unknown[]>(
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): Handle;
  call_soon(callback: Callback, ...args: unknown[]): Handle;
  call_soon(...args: unknown[]): Handle {
    return abstractly('call_soon', args);
  }

  /** Calls `callback` in the next iteration; may be called while the loop sleeps. */
  call_soon_threadsafe<As extends readonly unknown[]>(
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): Handle;
  call_soon_threadsafe(callback: Callback, ...args: unknown[]): Handle;
  call_soon_threadsafe(...args: unknown[]): Handle {
    return abstractly('call_soon_threadsafe', args);
  }

  /** Calls `callback` after `delay` seconds. */
  call_later<As extends readonly unknown[]>(
    delay: number,
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): TimerHandle;
  call_later(delay: number, callback: Callback, ...args: unknown[]): TimerHandle;
  call_later(...args: unknown[]): TimerHandle {
    return abstractly('call_later', args);
  }

  /** Calls `callback` at `when`, in seconds on the loop's clock. */
  call_at<As extends readonly unknown[]>(
    when: number,
    callback: (...args: As) => unknown,
    ...args: [...As, ContextKeyword]
  ): TimerHandle;
  call_at(when: number, callback: Callback, ...args: unknown[]): TimerHandle;
  call_at(...args: unknown[]): TimerHandle {
    return abstractly('call_at', args);
  }

  /** The loop's clock, in seconds. */
  time(): number {
    throw new NotImplementedError();
  }

  /** Makes a future of this loop. */
  create_future<T = unknown>(): Future<T> {
    throw new NotImplementedError();
  }

  /** Schedules a coroutine as a task of this loop. */
  create_task<T>(coro: CoroutineOrThunk<T> | CoroKeyword<T>, options?: TaskOptions): Task<T>;
  create_task(...args: readonly unknown[]): Task<unknown> {
    return abstractly('create_task', args);
  }

  /** Sets what makes tasks; null for the default. */
  set_task_factory(factory: TaskFactory | FactoryKeyword | null): void;
  set_task_factory(...args: readonly unknown[]): void {
    abstractly('set_task_factory', args);
  }

  /** What makes tasks; null if it is the default. */
  get_task_factory(): TaskFactory | null {
    throw new NotImplementedError();
  }

  /** Sets what takes lost errors; null for the default. */
  set_exception_handler(handler: ExceptionHandler | HandlerKeyword | null): void;
  set_exception_handler(...args: readonly unknown[]): void {
    abstractly('set_exception_handler', args);
  }

  /** What takes lost errors; null if it is the default. */
  get_exception_handler(): ExceptionHandler | null {
    throw new NotImplementedError();
  }

  /** Logs a lost error. */
  default_exception_handler(context: ExceptionContext): void;
  default_exception_handler(...args: readonly unknown[]): void {
    abstractly('default_exception_handler', args);
  }

  /** Hands a lost error to the handler. */
  call_exception_handler(context: ExceptionContext): void;
  call_exception_handler(...args: readonly unknown[]): void {
    abstractly('call_exception_handler', args);
  }

  /** Whether the loop is in debug mode. */
  get_debug(): boolean {
    throw new NotImplementedError();
  }

  /** Switches debug mode. */
  set_debug(enabled: boolean | EnabledKeyword): void;
  set_debug(...args: readonly unknown[]): void {
    abstractly('set_debug', args);
  }

  // Connections and servers

  /**
   * Connects to a host by TCP. All addresses of the host are tried, one after the other or, with
   * `happy_eyeballs_delay`, each as soon as the one before it takes too long.
   *
   * @remarks
   * **Python.** `loop.create_connection`.
   *
   * **Cancellation.** Gives the connection up; nothing stays open.
   *
   * @param protocol_factory - Makes the protocol, once the connection stands.
   * @param host - Its name or address; null for this machine. Also as keyword.
   * @param port - The port. Also as keyword.
   * @returns The transport and the protocol.
   * @throws OSError if no address can be reached, `socket.gaierror` if the host has none.
   */
  create_connection<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    host?: string | null,
    port?: number | string | null,
    options?: CreateConnectionOptions,
  ): Coroutine<[transport: Transport, protocol: P]>;
  create_connection<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    host: string | null | undefined,
    options: CreateConnectionOptions,
  ): Coroutine<[transport: Transport, protocol: P]>;
  create_connection<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    options: CreateConnectionOptions,
  ): Coroutine<[transport: Transport, protocol: P]>;
  create_connection<P extends BaseProtocol>(
    options: CreateConnectionOptions & ProtocolFactoryKeyword<P>,
  ): Coroutine<[transport: Transport, protocol: P]>;
  create_connection(...args: readonly unknown[]): unknown {
    return this._io('create_connection', args);
  }

  /**
   * Listens for TCP connections.
   *
   * @remarks
   * **Python.** `loop.create_server`.
   *
   * **Cancellation.** Listens no more.
   *
   * @param protocol_factory - Makes the protocol of each connection.
   * @param host - The name or the address of the interface, or several; null for all. Also as keyword.
   * @param port - The port; 0 for any that is free. Also as keyword.
   * @returns The server.
   * @throws OSError if the address is taken, or isn't one of this machine.
   */
  create_server<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    host?: string | readonly string[] | null,
    port?: number | string | null,
    options?: CreateServerOptions,
  ): Coroutine<Server>;
  create_server<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    host: string | readonly string[] | null | undefined,
    options: CreateServerOptions,
  ): Coroutine<Server>;
  create_server<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    options: CreateServerOptions,
  ): Coroutine<Server>;
  create_server<P extends BaseProtocol>(options: CreateServerOptions & ProtocolFactoryKeyword<P>): Coroutine<Server>;
  create_server(...args: readonly unknown[]): unknown {
    return this._io('create_server', args);
  }

  /**
   * Connects to a Unix socket.
   *
   * @remarks
   * **Python.** `loop.create_unix_connection`.
   *
   * **Cancellation.** Gives the connection up.
   *
   * @param protocol_factory - Makes the protocol.
   * @param path - The path of the socket; also as keyword.
   * @returns The transport and the protocol.
   * @throws OSError if nobody listens there.
   */
  create_unix_connection<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    path?: string | Uint8Array | null,
    options?: CreateUnixConnectionOptions,
  ): Coroutine<[transport: Transport, protocol: P]>;
  create_unix_connection<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    options: CreateUnixConnectionOptions,
  ): Coroutine<[transport: Transport, protocol: P]>;
  create_unix_connection<P extends BaseProtocol>(
    options: CreateUnixConnectionOptions & ProtocolFactoryKeyword<P>,
  ): Coroutine<[transport: Transport, protocol: P]>;
  create_unix_connection(...args: readonly unknown[]): unknown {
    return this._io('create_unix_connection', args);
  }

  /**
   * Listens at a Unix socket. A socket that a dead process has left there is replaced.
   *
   * @remarks
   * **Python.** `loop.create_unix_server`.
   *
   * **Cancellation.** Listens no more.
   *
   * @param protocol_factory - Makes the protocol of each connection.
   * @param path - The path; also as keyword.
   * @returns The server.
   * @throws OSError if the path can't be used.
   */
  create_unix_server<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    path?: string | Uint8Array | null,
    options?: CreateUnixServerOptions,
  ): Coroutine<Server>;
  create_unix_server<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    options: CreateUnixServerOptions,
  ): Coroutine<Server>;
  create_unix_server<P extends BaseProtocol>(
    options: CreateUnixServerOptions & ProtocolFactoryKeyword<P>,
  ): Coroutine<Server>;
  create_unix_server(...args: readonly unknown[]): unknown {
    return this._io('create_unix_server', args);
  }

  /**
   * Opens an endpoint for datagrams.
   *
   * @remarks
   * **Python.** `loop.create_datagram_endpoint`.
   *
   * **Cancellation.** Nothing stays open.
   *
   * @param protocol_factory - Makes the protocol.
   * @param local_addr - Where datagrams come in; also as keyword.
   * @param remote_addr - Where they go; also as keyword.
   * @returns The transport and the protocol.
   */
  create_datagram_endpoint<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    local_addr?: Address | null,
    remote_addr?: Address | null,
    options?: CreateDatagramEndpointOptions,
  ): Coroutine<[transport: DatagramTransport, protocol: P]>;
  create_datagram_endpoint<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    local_addr: Address | null | undefined,
    options: CreateDatagramEndpointOptions,
  ): Coroutine<[transport: DatagramTransport, protocol: P]>;
  create_datagram_endpoint<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    options: CreateDatagramEndpointOptions,
  ): Coroutine<[transport: DatagramTransport, protocol: P]>;
  create_datagram_endpoint<P extends BaseProtocol>(
    options: CreateDatagramEndpointOptions & ProtocolFactoryKeyword<P>,
  ): Coroutine<[transport: DatagramTransport, protocol: P]>;
  create_datagram_endpoint(...args: readonly unknown[]): unknown {
    return this._io('create_datagram_endpoint', args);
  }

  /**
   * Takes over a connection that something else has accepted.
   *
   * @remarks
   * **Python.** `loop.connect_accepted_socket`.
   *
   * **Cancellation.** The connection is closed.
   *
   * @param protocol_factory - Makes the protocol.
   * @param sock - The connection.
   * @returns The transport and the protocol.
   */
  connect_accepted_socket<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    options: ConnectAcceptedSocketOptions & { readonly sock: socket },
  ): Coroutine<[transport: Transport, protocol: P]>;
  connect_accepted_socket<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    sock: socket,
    options?: ConnectAcceptedSocketOptions,
  ): Coroutine<[transport: Transport, protocol: P]>;
  connect_accepted_socket<P extends BaseProtocol>(
    options: ConnectAcceptedSocketOptions & ProtocolFactoryKeyword<P> & { readonly sock: socket },
  ): Coroutine<[transport: Transport, protocol: P]>;
  connect_accepted_socket(...args: readonly unknown[]): unknown {
    return this._io('connect_accepted_socket', args);
  }

  /**
   * Goes on with TLS on a connection that stands.
   *
   * @remarks
   * **Python.** `loop.start_tls`.
   *
   * **Cancellation.** The connection is closed.
   *
   * @param transport - The transport, which is not to be used any more.
   * @param protocol - The protocol, which stays.
   * @param sslcontext - The settings.
   * @returns The new transport.
   */
  start_tls(
    transport: Transport,
    protocol: BaseProtocol,
    sslcontext: SSLContext,
    options?: StartTLSOptions,
  ): Coroutine<Transport>;
  start_tls(
    transport: Transport,
    protocol: BaseProtocol,
    options: StartTLSOptions & { readonly sslcontext: SSLContext },
  ): Coroutine<Transport>;
  start_tls(
    transport: Transport,
    options: StartTLSOptions & { readonly protocol: BaseProtocol; readonly sslcontext: SSLContext },
  ): Coroutine<Transport>;
  start_tls(
    options: StartTLSOptions & {
      readonly transport: Transport;
      readonly protocol: BaseProtocol;
      readonly sslcontext: SSLContext;
    },
  ): Coroutine<Transport>;
  start_tls(...args: readonly unknown[]): unknown {
    return this._io('start_tls', args);
  }

  /**
   * Sends a file by a transport.
   *
   * @remarks
   * **Python.** `loop.sendfile`.
   *
   * **Cancellation.** What is sent is sent.
   *
   * @param transport - The transport.
   * @param file - A file that is open for reading, as `node:fs/promises` gives it, or its descriptor.
   * @param offset - From which byte on; also as keyword.
   * @param count - How many bytes; null for all. Also as keyword.
   * @returns How many bytes were sent.
   */
  sendfile(
    transport: Transport,
    file: FileLike,
    offset?: number,
    count?: number | null,
    options?: Pick<SendfileOptions, 'fallback'>,
  ): Coroutine<number>;
  sendfile(
    transport: Transport,
    file: FileLike,
    offset: number | undefined,
    options: SendfileOptions,
  ): Coroutine<number>;
  sendfile(transport: Transport, file: FileLike, options: SendfileOptions): Coroutine<number>;
  sendfile(transport: Transport, options: SendfileOptions & { readonly file: FileLike }): Coroutine<number>;
  sendfile(options: SendfileOptions & { readonly transport: Transport; readonly file: FileLike }): Coroutine<number>;
  sendfile(...args: readonly unknown[]): unknown {
    return this._io('sendfile', args);
  }

  /**
   * Reads from a pipe, a socket or a terminal.
   *
   * @remarks
   * **Python.** `loop.connect_read_pipe`.
   *
   * **Cancellation.** The pipe is closed.
   *
   * @param protocol_factory - Makes the protocol.
   * @param pipe - The pipe: a descriptor, something with a descriptor, or a stream of Node's.
   * @returns The transport and the protocol.
   */
  connect_read_pipe<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    pipe: PipeLike | { readonly pipe: PipeLike },
  ): Coroutine<[transport: ReadTransport, protocol: P]>;
  connect_read_pipe<P extends BaseProtocol>(
    options: ProtocolFactoryKeyword<P> & { readonly pipe: PipeLike },
  ): Coroutine<[transport: ReadTransport, protocol: P]>;
  connect_read_pipe(...args: readonly unknown[]): unknown {
    return this._io('connect_read_pipe', args);
  }

  /**
   * Writes to a pipe, a socket or a terminal.
   *
   * @remarks
   * **Python.** `loop.connect_write_pipe`.
   *
   * **Cancellation.** The pipe is closed.
   *
   * @param protocol_factory - Makes the protocol.
   * @param pipe - As of {@link AbstractEventLoop.connect_read_pipe}.
   * @returns The transport and the protocol.
   */
  connect_write_pipe<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    pipe: PipeLike | { readonly pipe: PipeLike },
  ): Coroutine<[transport: WriteTransport, protocol: P]>;
  connect_write_pipe<P extends BaseProtocol>(
    options: ProtocolFactoryKeyword<P> & { readonly pipe: PipeLike },
  ): Coroutine<[transport: WriteTransport, protocol: P]>;
  connect_write_pipe(...args: readonly unknown[]): unknown {
    return this._io('connect_write_pipe', args);
  }

  // Child processes

  /**
   * Starts a program.
   *
   * @remarks
   * **Python.** `loop.subprocess_exec`.
   *
   * **Cancellation.** The process is killed.
   *
   * @param protocol_factory - Makes the protocol.
   * @param program - The program.
   * @param args - Its arguments, and then the keywords.
   * @returns The transport and the protocol.
   */
  subprocess_exec<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    program: string | Uint8Array,
    ...args: [...(string | Uint8Array)[], SubprocessOptions]
  ): Coroutine<[transport: SubprocessTransport, protocol: P]>;
  subprocess_exec<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    program: string | Uint8Array,
    ...args: (string | Uint8Array)[]
  ): Coroutine<[transport: SubprocessTransport, protocol: P]>;
  subprocess_exec(...args: readonly unknown[]): unknown {
    return this._io('subprocess_exec', args);
  }

  /**
   * Has a shell run a command.
   *
   * @remarks
   * **Python.** `loop.subprocess_shell`.
   *
   * **Cancellation.** The shell is killed.
   *
   * @param protocol_factory - Makes the protocol.
   * @param cmd - The command.
   * @returns The transport and the protocol.
   */
  subprocess_shell<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    options: SubprocessOptions & { readonly cmd: string | Uint8Array },
  ): Coroutine<[transport: SubprocessTransport, protocol: P]>;
  subprocess_shell<P extends BaseProtocol>(
    protocol_factory: ProtocolFactory<P>,
    cmd: string | Uint8Array,
    options?: SubprocessOptions,
  ): Coroutine<[transport: SubprocessTransport, protocol: P]>;
  subprocess_shell<P extends BaseProtocol>(
    options: SubprocessOptions & ProtocolFactoryKeyword<P> & { readonly cmd: string | Uint8Array },
  ): Coroutine<[transport: SubprocessTransport, protocol: P]>;
  subprocess_shell(...args: readonly unknown[]): unknown {
    return this._io('subprocess_shell', args);
  }

  // Names

  /**
   * The addresses of a host.
   *
   * @remarks
   * **Python.** `loop.getaddrinfo`.
   *
   * **Cancellation.** Only the wait ends.
   *
   * @param host - Its name or address; null for this machine.
   * @param port - A port or the name of a service.
   * @returns For each address its family, kind of socket, protocol, official name, and the address itself.
   * @throws `socket.gaierror` if there is none.
   */
  getaddrinfo(
    host: string | null,
    port: number | string | null,
    options?: GetaddrinfoOptions,
  ): Coroutine<AddressInfo[]>;
  getaddrinfo(
    host: string | null,
    options: GetaddrinfoOptions & { readonly port: number | string | null },
  ): Coroutine<AddressInfo[]>;
  getaddrinfo(
    options: GetaddrinfoOptions & { readonly host: string | null; readonly port: number | string | null },
  ): Coroutine<AddressInfo[]>;
  getaddrinfo(...args: readonly unknown[]): unknown {
    return this._io('getaddrinfo', args);
  }

  /**
   * The name of an address.
   *
   * @remarks
   * **Python.** `loop.getnameinfo`.
   *
   * **Cancellation.** Only the wait ends.
   *
   * @param sockaddr - Host and port.
   * @param flags - Such as `socket.NI_NUMERICHOST`.
   * @returns The names of the host and of the service.
   */
  getnameinfo(
    sockaddr: Exclude<Address, string>,
    flags?: number | { readonly flags?: number },
  ): Coroutine<[host: string, service: string]>;
  getnameinfo(options: {
    readonly sockaddr: Exclude<Address, string>;
    readonly flags?: number;
  }): Coroutine<[host: string, service: string]>;
  getnameinfo(...args: readonly unknown[]): unknown {
    return this._io('getnameinfo', args);
  }

  // Sockets

  /**
   * Receives bytes from a socket.
   *
   * @remarks
   * **Python.** `loop.sock_recv`.
   *
   * **Cancellation.** No byte is lost.
   *
   * @param sock - The socket.
   * @param n - At most so many.
   * @returns The bytes; none at the end of the stream.
   */
  sock_recv(sock: socket, n: number | { readonly n: number }): Coroutine<Uint8Array>;
  sock_recv(options: { readonly sock: socket; readonly n: number }): Coroutine<Uint8Array>;
  sock_recv(...args: readonly unknown[]): unknown {
    return this._io('sock_recv', args);
  }

  /**
   * Receives bytes from a socket into an array.
   *
   * @remarks
   * **Python.** `loop.sock_recv_into`.
   *
   * **Cancellation.** No byte is lost.
   *
   * @param sock - The socket.
   * @param buf - Where they go.
   * @returns How many they are.
   */
  sock_recv_into(sock: socket, buf: Uint8Array | { readonly buf: Uint8Array }): Coroutine<number>;
  sock_recv_into(options: { readonly sock: socket; readonly buf: Uint8Array }): Coroutine<number>;
  sock_recv_into(...args: readonly unknown[]): unknown {
    return this._io('sock_recv_into', args);
  }

  /**
   * Receives a datagram.
   *
   * @remarks
   * **Python.** `loop.sock_recvfrom`.
   *
   * **Cancellation.** No datagram is lost.
   *
   * @param sock - The socket.
   * @param bufsize - The rest of a longer one is lost.
   * @returns The datagram, and from where it comes.
   */
  sock_recvfrom(
    sock: socket,
    bufsize: number | { readonly bufsize: number },
  ): Coroutine<[data: Uint8Array, address: Address]>;
  sock_recvfrom(options: {
    readonly sock: socket;
    readonly bufsize: number;
  }): Coroutine<[data: Uint8Array, address: Address]>;
  sock_recvfrom(...args: readonly unknown[]): unknown {
    return this._io('sock_recvfrom', args);
  }

  /**
   * Receives a datagram into an array.
   *
   * @remarks
   * **Python.** `loop.sock_recvfrom_into`.
   *
   * **Cancellation.** No datagram is lost.
   *
   * @param sock - The socket.
   * @param buf - Where it goes.
   * @param nbytes - At most so many; 0 for as many as there is room for.
   * @returns How many bytes they are, and from where they come.
   */
  sock_recvfrom_into(
    sock: socket,
    buf: Uint8Array,
    nbytes?: number | { readonly nbytes?: number },
  ): Coroutine<[nbytes: number, address: Address]>;
  sock_recvfrom_into(
    sock: socket,
    options: { readonly buf: Uint8Array; readonly nbytes?: number },
  ): Coroutine<[nbytes: number, address: Address]>;
  sock_recvfrom_into(options: {
    readonly sock: socket;
    readonly buf: Uint8Array;
    readonly nbytes?: number;
  }): Coroutine<[nbytes: number, address: Address]>;
  sock_recvfrom_into(...args: readonly unknown[]): unknown {
    return this._io('sock_recvfrom_into', args);
  }

  /**
   * Sends bytes by a socket, and waits until the system has taken them.
   *
   * @remarks
   * **Python.** `loop.sock_sendall`.
   *
   * **Cancellation.** Some of them may have been sent.
   *
   * @param sock - The socket.
   * @param data - The bytes.
   */
  sock_sendall(sock: socket, data: Uint8Array | { readonly data: Uint8Array }): Coroutine<null>;
  sock_sendall(options: { readonly sock: socket; readonly data: Uint8Array }): Coroutine<null>;
  sock_sendall(...args: readonly unknown[]): unknown {
    return this._io('sock_sendall', args);
  }

  /**
   * Sends a datagram.
   *
   * @remarks
   * **Python.** `loop.sock_sendto`.
   *
   * **Cancellation.** It may have been sent.
   *
   * @param sock - The socket.
   * @param data - The datagram.
   * @param address - Its receiver.
   * @returns How many bytes were sent.
   */
  sock_sendto(sock: socket, data: Uint8Array, address: Address | { readonly address: Address }): Coroutine<number>;
  sock_sendto(sock: socket, options: { readonly data: Uint8Array; readonly address: Address }): Coroutine<number>;
  sock_sendto(options: {
    readonly sock: socket;
    readonly data: Uint8Array;
    readonly address: Address;
  }): Coroutine<number>;
  sock_sendto(...args: readonly unknown[]): unknown {
    return this._io('sock_sendto', args);
  }

  /**
   * Connects a socket.
   *
   * @remarks
   * **Python.** `loop.sock_connect`.
   *
   * **Cancellation.** The connection is given up.
   *
   * @param sock - The socket.
   * @param address - Where to.
   */
  sock_connect(sock: socket, address: Address | { readonly address: Address }): Coroutine<null>;
  sock_connect(options: { readonly sock: socket; readonly address: Address }): Coroutine<null>;
  sock_connect(...args: readonly unknown[]): unknown {
    return this._io('sock_connect', args);
  }

  /**
   * Takes a connection.
   *
   * @remarks
   * **Python.** `loop.sock_accept`.
   *
   * **Cancellation.** No connection is lost.
   *
   * @param sock - A socket that listens.
   * @returns The connection, and from where it comes.
   */
  sock_accept(sock: socket | { readonly sock: socket }): Coroutine<[conn: socket, address: Address]>;
  sock_accept(...args: readonly unknown[]): unknown {
    return this._io('sock_accept', args);
  }

  /**
   * Sends a file by a socket.
   *
   * @remarks
   * **Python.** `loop.sock_sendfile`.
   *
   * **Cancellation.** What is sent is sent.
   *
   * @param sock - The socket.
   * @param file - As of {@link AbstractEventLoop.sendfile}.
   * @param offset - From which byte on.
   * @param count - How many bytes; null for all.
   * @returns How many bytes were sent.
   */
  sock_sendfile(
    sock: socket,
    file: FileLike,
    offset?: number,
    count?: number | null,
    options?: Pick<SendfileOptions, 'fallback'>,
  ): Coroutine<number>;
  sock_sendfile(sock: socket, file: FileLike, offset: number | undefined, options: SendfileOptions): Coroutine<number>;
  sock_sendfile(sock: socket, file: FileLike, options: SendfileOptions): Coroutine<number>;
  sock_sendfile(sock: socket, options: SendfileOptions & { readonly file: FileLike }): Coroutine<number>;
  sock_sendfile(options: SendfileOptions & { readonly sock: socket; readonly file: FileLike }): Coroutine<number>;
  sock_sendfile(...args: readonly unknown[]): unknown {
    return this._io('sock_sendfile', args);
  }

  // Descriptors and signals

  /**
   * Calls `callback` whenever there is something to read. Hosts of JavaScript have no such thing for descriptors.
   */
  add_reader(fd: Descriptor, callback: Callback, ...args: unknown[]): null;
  add_reader(...args: readonly unknown[]): unknown {
    return this._io('add_reader', args);
  }

  /**
   * Takes {@link AbstractEventLoop.add_reader} back.
   */
  remove_reader(fd: Descriptor | { readonly fd: Descriptor }): boolean;
  remove_reader(...args: readonly unknown[]): unknown {
    return this._io('remove_reader', args);
  }

  /**
   * Calls `callback` whenever there is room to write. Hosts of JavaScript have no such thing for descriptors.
   */
  add_writer(fd: Descriptor, callback: Callback, ...args: unknown[]): null;
  add_writer(...args: readonly unknown[]): unknown {
    return this._io('add_writer', args);
  }

  /**
   * Takes {@link AbstractEventLoop.add_writer} back.
   */
  remove_writer(fd: Descriptor | { readonly fd: Descriptor }): boolean;
  remove_writer(...args: readonly unknown[]): unknown {
    return this._io('remove_writer', args);
  }

  /**
   * Calls `callback` on each signal, by its number or name, instead of what the system would do.
   *
   * @throws ValueError if there is no such signal, RuntimeError if it can't be caught.
   */
  add_signal_handler(sig: number | string, callback: Callback, ...args: unknown[]): null;
  add_signal_handler(...args: readonly unknown[]): unknown {
    return this._io('add_signal_handler', args);
  }

  /**
   * Takes {@link AbstractEventLoop.add_signal_handler} back.
   *
   * @returns Whether there was a handler.
   */
  remove_signal_handler(sig: number | string | { readonly sig: number | string }): boolean;
  remove_signal_handler(...args: readonly unknown[]): unknown {
    return this._io('remove_signal_handler', args);
  }

  /** The keywords that name this loop, made once for all that is made in it. @internal */
  readonly _asKeyword: { readonly loop: AbstractEventLoop } = { loop: this };

  /** Which of the methods that talk to the operating system are the contract's no more. @internal */
  readonly _ioLevel: IOLevel = 0;

  /** What a method that talks to the operating system is called for. Bad arguments raise at once. @internal */
  _io(method: string, args: readonly unknown[]): never {
    const declaration = ioDeclaration(method, this._ioLevel);
    return this._perform(declaration, declaration.signature.bind(args));
  }

  /** The work of such a method. A loop that doesn't talk to the operating system raises. @internal */
  _perform(declaration: IODeclaration, bound: readonly unknown[], ...reason: [reason?: string]): never {
    void bound;
    if (!declaration.isCoroutine) throw new NotImplementedError(...reason);
    return new GeneratorCoroutine(notImplemented(...reason), declaration) as never;
  }

  /** The transport of a connection that a server has taken. @internal */
  _make_server_transport(...parts: readonly unknown[]): Transport {
    void parts;
    throw new NotImplementedError();
  }

  /**
   * Appends an entry to the ready queue. A loop that has no queue for entries calls them through `call_soon`.
   *
   * @internal
   */
  _enqueue(entry: Runnable): void {
    // Who watches knows the entry by this; the function itself has no name in reprs.
    const marked = Object.assign(
      () => {
        entry._run();
      },
      { entry },
    );
    this.call_soon(marked);
  }

  /** Appends a callback that has waited in a future. @internal */
  _enqueueCallback(handle: Handle): void {
    const { _callback } = handle;
    if (_callback !== null) this.call_soon(_callback, ...handle._arguments(), { context: handle.get_context() });
  }

  /** Whether somebody wants to see each callback, even one that has nothing to do. @internal */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a loop of ours says so for a while
  get _seesCallbacks(): boolean {
    return true;
  }

  /** Sets the timer of a `sleep`. @internal */
  _wake_later(delay: number, sleeper: Sleeper, context: Context | null): TimerHandle {
    const { _awaiting: future, _result: result } = sleeper as {
      readonly _awaiting: Future<unknown>;
      readonly _result: unknown;
    };
    return context === null
      ? this.call_later(delay, _set_result_unless_cancelled, future, result)
      : this.call_later(delay, _set_result_unless_cancelled, future, result, { context });
  }

  /** Told when a timer is cancelled before it was due. @internal */
  _timer_handle_cancelled(handle: TimerHandle): void {
    void handle;
  }

  /** Whether the loop holds the host until it ends, so that nothing native can go on. @internal */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a loop that blocks says so for a while
  get _blocks(): boolean {
    return false;
  }

  /** What it holds of the operating system's. @internal */
  readonly _resources: Set<Resource> = new Set();

  /** Its handlers of signals, by their numbers. With one of them it waits, even for nothing else. @internal */
  readonly _signals: Map<number, Resource> = new Map();

  /** Whether Ctrl-C is the runner's: until the loop gets a handler for it. @internal */
  _interruptsRunner: boolean = true;

  /** How many promises of the host futures of the loop stand for. @internal */
  _promises: number = 0;

  /** Told when a native body that was away waits for something of the loop's. @internal */
  _has_returned(): void {
    // Only a loop whose clock can't tell by itself that nothing goes on any more has to know.
  }

  /** Issues a warning about something of the loop's. @internal */
  _warn(message: string, category: string): void {
    warn(message, category);
  }

  /** Ends the run with an error, after the handle that executes. @internal */
  _abort(error: Error): void {
    throw error;
  }

  /** The tasks that have not ended, in the order of their creation. @internal */
  _all_tasks(): Iterable<Task<unknown>> {
    return [];
  }

  /** Told when a task begins, so that `all_tasks` knows it. @internal */
  _task_begins(task: Task<unknown>): void {
    void task;
  }

  /** Told when a task ends. @internal */
  _task_ends(task: Task<unknown>): void {
    void task;
  }
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(
  AbstractEventLoop.prototype.shutdown_asyncgens,
  AbstractEventLoop.prototype.shutdown_default_executor,
  ...IO_COROUTINES.map((name) => AbstractEventLoop.prototype[name as 'sock_accept']),
);
