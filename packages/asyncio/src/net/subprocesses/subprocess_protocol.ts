/** `SubprocessStreamProtocol`: between the transport of a child and the streams of its {@link Process}. */
import { installRepr, repr } from '../../builtins/repr.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import type { Future } from '../../core/futures/futures.js';
import { SubprocessProtocol } from '../../core/contract/protocols.js';
import type { ReadTransport, SubprocessTransport, Transport } from '../../core/contract/transports.js';
import { Drain } from '../streams/drain.js';
import { StreamReader } from '../streams/stream_reader.js';
import { StreamWriter } from '../streams/stream_writer.js';

/**
 * Feeds the readers of a child with what it writes. {@link create_subprocess_exec} uses it; most programs have no
 * reason to.
 *
 * @remarks
 * **Python.** `asyncio.subprocess.SubprocessStreamProtocol`.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   const loop = asyncio.get_running_loop();
 *   const factory = () => new asyncio.subprocess.SubprocessStreamProtocol(65536, loop);
 *   const [transport, protocol] = await loop.subprocess_exec(factory, 'echo', 'hello');
 *   const process = new asyncio.subprocess.Process(transport, protocol, loop);
 *   const [stdout] = await process.communicate();
 *   return new TextDecoder().decode(stdout ?? undefined);
 * });
 * await asyncio.run(main()); // => 'hello\n'
 * ```
 *
 * @public
 */
export class SubprocessStreamProtocol extends SubprocessProtocol {
  /** The way to the child's input; null if that is no pipe. */
  stdin: StreamWriter | null = null;
  /** The child's output; null if that is no pipe. */
  stdout: StreamReader | null = null;
  /** What the child writes about errors; null if that is no pipe. */
  stderr: StreamReader | null = null;
  /** @internal */
  readonly _isServer: boolean = false;
  readonly #loop: AbstractEventLoop;
  readonly #limit: number;
  /** Whether there is room for what is written. @internal */
  readonly _drain: Drain;
  readonly #stdinClosed: Future<null>;
  #transport: SubprocessTransport | null = null;
  readonly #openPipes = new Set<number>();
  #hasExited = false;

  /**
   * @param limit - How many bytes a line may have.
   * @param loop - The loop.
   */
  constructor(limit: number, loop: AbstractEventLoop) {
    super();
    this.#loop = loop;
    this.#limit = limit;
    this._drain = new Drain(loop, this);
    this.#stdinClosed = loop.create_future();
  }

  override connection_made(transport: SubprocessTransport): void {
    this.#transport = transport;
    this.stdout = this.#readerOf(transport, 1);
    this.stderr = this.#readerOf(transport, 2);
    const stdin = transport.get_pipe_transport(0) as Transport | null;
    if (stdin !== null) this.stdin = new StreamWriter(stdin, this, null, this.#loop);
  }

  #readerOf(transport: SubprocessTransport, fd: number): StreamReader | null {
    const pipe = transport.get_pipe_transport(fd) as ReadTransport | null;
    if (pipe === null) return null;
    const reader = new StreamReader(this.#limit, this.#loop);
    reader.set_transport(pipe);
    this.#openPipes.add(fd);
    return reader;
  }

  #reader(fd: number): StreamReader | null {
    return fd === 1 ? this.stdout : fd === 2 ? this.stderr : null;
  }

  override pipe_data_received(fd: number, data: Uint8Array): void {
    this.#reader(fd)?.feed_data(data);
  }

  override pipe_connection_lost(fd: number, exc: Error | null): void {
    if (fd === 0) {
      this.#stdinLost(exc);
      return;
    }
    const reader = this.#reader(fd);
    if (exc === null) reader?.feed_eof();
    else reader?.set_exception(exc);
    this.#openPipes.delete(fd);
    this.#closeWhenOver();
  }

  #stdinLost(exc: Error | null): void {
    this.stdin?.close();
    this.connection_lost(exc);
    if (exc === null) this.#stdinClosed.set_result(null);
    else {
      this.#stdinClosed.set_exception(exc);
      // Nobody has to call `wait_closed`.
      this.#stdinClosed.exception();
    }
  }

  override process_exited(): void {
    this.#hasExited = true;
    this.#closeWhenOver();
  }

  #closeWhenOver(): void {
    if (this.#openPipes.size > 0 || !this.#hasExited) return;
    this.#transport?.close();
    this.#transport = null;
  }

  override connection_lost(exc: Error | null): void {
    this._drain.lost(exc);
  }

  override pause_writing(): void {
    this._drain.pause();
  }

  override resume_writing(): void {
    this._drain.resume();
  }

  /** Resolved when the pipe to the child's input is closed. @internal */
  get _closed(): Future<null> {
    return this.#stdinClosed;
  }

  /** Python's text. */
  __repr__(): string {
    const parts = [this.constructor.name];
    if (this.stdin !== null) parts.push(`stdin=${repr(this.stdin)}`);
    if (this.stdout !== null) parts.push(`stdout=${repr(this.stdout)}`);
    if (this.stderr !== null) parts.push(`stderr=${repr(this.stderr)}`);
    return `<${parts.join(' ')}>`;
  }
}
installRepr(SubprocessStreamProtocol);
