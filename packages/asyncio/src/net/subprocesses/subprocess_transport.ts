/** The transport of a child process. */
import { signature } from '../../builtins/arguments.js';
import { PermissionError, ProcessLookupError, TypeError } from '../../builtins/exceptions.js';
import { fromSystemError } from '../../builtins/oserrors.js';
import { installRepr, typeName } from '../../builtins/repr.js';
import { logger } from '../../host/log.js';
import type { ByteStream } from '../../host/network.js';
import { partOfNetwork } from '../../host/network_registry.js';
import type { Child } from '../../host/processes.js';
import type { Gen } from '../../core/common/awaitable.js';
import { GeneratorCoroutine } from '../../core/coroutines/generator_coroutine.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { isFatal } from '../../core/common/exceptions.js';
import type { Future } from '../../core/futures/futures.js';
import type { BaseProtocol, SubprocessProtocol } from '../../core/contract/protocols.js';
import type { Resource } from '../../core/contract/resources.js';
import { SubprocessTransport, type BaseTransport } from '../../core/contract/transports.js';
import { pipeTransport } from '../pipes/pipes.js';
import { ReadSubprocessPipeProto, WriteSubprocessPipeProto, type PipeOwner } from './subprocess_pipes.js';

const protocolSpec = signature('BaseSubprocessTransport.set_protocol(self, protocol)');
const pipeSpec = signature('BaseSubprocessTransport.get_pipe_transport(self, fd)');
const signalSpec = signature('BaseSubprocessTransport.send_signal(self, signal)');
const CONNECT_PIPES = { name: '_connect_pipes', __qualname__: 'BaseSubprocessTransport._connect_pipes' };

/**
 * A child runs while its pipes are being connected, and may even end. What it does meanwhile is told to the protocol
 * when that knows the transport.
 */
export class UnixSubprocessTransport extends SubprocessTransport implements PipeOwner, Resource {
  readonly #loop: AbstractEventLoop;
  readonly #child: Child;
  #protocol: SubprocessProtocol | null;
  readonly #streams: ReadonlyMap<number, ByteStream>;
  /** By descriptor; null until it is connected. */
  readonly #pipes: Map<number, WriteSubprocessPipeProto | null>;
  #returncode: number | null = null;
  readonly #exitWaiters = new Set<Future<number>>();
  /** What is told when the pipes are connected; null from then on. */
  #early: (() => void)[] | null = [];
  #arePipesConnected = false;
  #isClosed = false;
  /** The protocol was told of everything. */
  #isOver = false;

  constructor(
    loop: AbstractEventLoop,
    protocol: SubprocessProtocol,
    child: Child,
    streams: ReadonlyMap<number, ByteStream>,
    waiter: Future<null>,
  ) {
    super({ subprocess: child.native });
    this.#loop = loop;
    this.#protocol = protocol;
    this.#child = child;
    this.#streams = streams;
    this.#pipes = new Map([...streams.keys()].map((fd) => [fd, null]));
    loop._resources.add(this);
    child.ended = (returncode) => {
      if (!loop.is_closed()) loop.call_soon_threadsafe(this['BaseSubprocessTransport._process_exited'], returncode);
    };
    loop.create_task(new GeneratorCoroutine(this.#connectPipes(waiter), CONNECT_PIPES));
  }

  *#connectPipes(waiter: Future<null>): Gen<null> {
    try {
      for (const [fd, stream] of this.#streams) {
        const side = fd === 0 ? 'write' : 'read';
        const protocol = fd === 0 ? new WriteSubprocessPipeProto(this, fd) : new ReadSubprocessPipeProto(this, fd);
        yield* pipeTransport(this.#loop, side, stream, protocol, stream);
        this.#pipes.set(fd, protocol);
      }
      this.#loop.call_soon(() => this.#protocol?.connection_made(this));
      for (const call of this.#early ?? []) this.#loop.call_soon(call);
      this.#early = null;
    } catch (error) {
      if (isFatal(error)) throw error;
      this.#destroyStreams();
      if (!waiter.cancelled()) waiter.set_exception(error as Error);
      return null;
    }
    if (!waiter.cancelled()) waiter.set_result(null);
    this.#arePipesConnected = true;
    return null;
  }

  // What happens to the child

  #call(call: () => void): void {
    if (this.#early === null) this.#loop.call_soon(call);
    else this.#early.push(call);
  }

  /** @internal */
  _pipe_data_received(fd: number, data: Uint8Array): void {
    this.#call(() => this.#protocol?.pipe_data_received(fd, data));
  }

  /** @internal */
  _pipe_connection_lost(fd: number, error: Error | null): void {
    this.#call(() => this.#protocol?.pipe_connection_lost(fd, error));
    this.#tryFinish();
  }

  /** It goes by CPython's name, which reports show. */
  readonly 'BaseSubprocessTransport._process_exited' = (returncode: number): void => {
    if (this.#loop.get_debug()) logger.info('%r exited with return code %r', this, returncode);
    this.#returncode = returncode;
    this.#call(() => this.#protocol?.process_exited());
    this.#tryFinish();
  };

  #tryFinish(): void {
    if (this.#returncode === null) return;
    // Nobody would be told of pipes that were never connected.
    if (!this.#arePipesConnected) this.#wakeWaiters(this.#returncode);
    for (const pipe of this.#pipes.values()) if (pipe?.disconnected !== true) return;
    this.#call(this['BaseSubprocessTransport._call_connection_lost']);
  }

  readonly 'BaseSubprocessTransport._call_connection_lost' = (): void => {
    try {
      this.#protocol?.connection_lost(null);
    } finally {
      this.#wakeWaiters(this.#returncode as number);
      this.#isOver = true;
      this.#protocol = null;
      this.#loop._resources.delete(this);
    }
  };

  #wakeWaiters(returncode: number): void {
    for (const waiter of this.#exitWaiters) if (!waiter.done()) waiter.set_result(returncode);
    this.#exitWaiters.clear();
  }

  /** Waits until the process has ended and its pipes are closed. @internal */
  *_wait(): Gen<number> {
    if (this.#returncode !== null) return this.#returncode;
    const waiter = this.#loop.create_future<number>();
    this.#exitWaiters.add(waiter);
    try {
      return yield* waiter;
    } finally {
      this.#exitWaiters.delete(waiter);
    }
  }

  // What the protocol does

  /** The protocol of the pipes asks it. @internal */
  get _protocol(): SubprocessProtocol | null {
    return this.#protocol;
  }

  override get_protocol(): BaseProtocol {
    return this.#protocol as BaseProtocol;
  }

  override set_protocol(...args: readonly unknown[]): void {
    this.#protocol = protocolSpec.bind(args)[0] as SubprocessProtocol;
  }

  override is_closing(): boolean {
    return this.#isClosed;
  }

  override get_pid(): number {
    return this.#child.pid;
  }

  override get_returncode(): number | null {
    return this.#returncode;
  }

  override get_pipe_transport(...args: readonly unknown[]): BaseTransport | null {
    return this.#pipes.get(pipeSpec.bind(args)[0] as number)?.pipe ?? null;
  }

  override send_signal(...args: readonly unknown[]): void {
    const [signal] = signalSpec.bind(args);
    if (this.#isOver) throw new ProcessLookupError();
    this.#kill(numberOf(signal));
  }

  override terminate(): void {
    this.send_signal('SIGTERM');
  }

  override kill(): void {
    this.send_signal('SIGKILL');
  }

  /** A process that has ended meanwhile needs no signal any more. */
  #kill(signal: number): void {
    try {
      this.#child.kill(signal);
    } catch (error) {
      const raised = fromSystemError(error);
      if (!(raised instanceof ProcessLookupError)) throw raised;
    }
  }

  override close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (!this.#loop.is_closed()) for (const protocol of this.#pipes.values()) protocol?.pipe?.close();
    if (this.#returncode !== null || this.#child.returncode !== null) return;
    if (this.#loop.get_debug()) logger.warning('Close running child process: kill %r', this);
    try {
      this.kill();
    } catch (error) {
      // It may run as somebody else.
      if (!(error instanceof PermissionError)) throw error;
    }
  }

  /** The loop is closed: as in CPython, where nobody refers to the transport any more, the child ends. @internal */
  _release(): void {
    if (!this.#isClosed && this.#loop.get_debug()) {
      this.#loop._warn(`unclosed transport ${this.__repr__()}`, 'ResourceWarning');
    }
    this.close();
    this.#destroyStreams();
    this.#child.release();
  }

  #destroyStreams(): void {
    for (const stream of this.#streams.values()) stream.destroy();
  }

  /** Python's text. */
  __repr__(): string {
    const parts = [this.constructor.name];
    if (this.#isClosed) parts.push('closed');
    parts.push(`pid=${String(this.#child.pid)}`);
    parts.push(this.#returncode === null ? 'running' : `returncode=${String(this.#returncode)}`);
    for (const [fd, name] of [[0, 'stdin'] as const, [1, 'stdout'] as const, [2, 'stderr'] as const]) {
      const pipe = this.#pipes.get(fd)?.pipe ?? null;
      if (pipe !== null) parts.push(`${name}=${String(pipe)}`);
    }
    return `<${parts.join(' ')}>`;
  }
}
Object.defineProperty(UnixSubprocessTransport, 'name', { value: '_UnixSubprocessTransport' });
installRepr(UnixSubprocessTransport);

/** The number of a signal. */
function numberOf(signal: unknown): number {
  const number = typeof signal === 'string' ? partOfNetwork('signals').numbers[signal] : signal;
  if (typeof number !== 'number' || !Number.isInteger(number)) {
    throw new TypeError(`'${typeName(signal)}' object cannot be interpreted as an integer`);
  }
  return number;
}
