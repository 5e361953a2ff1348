/** `Process`: a child, for coroutines. */
import { signature } from '../../builtins/arguments.js';
import { AssertionError, BrokenPipeError, ConnectionResetError } from '../../builtins/exceptions.js';
import { asTuple, installRepr } from '../../builtins/repr.js';
import { logger } from '../../host/log.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { Coroutine } from '../../core/coroutines/coroutines.js';
import { GeneratorCoroutine } from '../../core/coroutines/generator_coroutine.js';
import type { AbstractEventLoop } from '../../core/contract/events.js';
import { markCoroutineFunctions } from '../../core/common/function_kinds.js';
import { gather } from '../../core/waiting/gather.js';
import type { SignalKeyword, SubprocessTransport } from '../../core/contract/transports.js';
import type { StreamReader } from '../streams/stream_reader.js';
import type { StreamWriter } from '../streams/stream_writer.js';
import type { SubprocessStreamProtocol } from './subprocess_protocol.js';

const coroutineOf = (name: string) => ({ name, __qualname__: `Process.${name}` });
const WAIT = coroutineOf('wait');
const COMMUNICATE = coroutineOf('communicate');
const FEED_STDIN = coroutineOf('_feed_stdin');
const READ_STREAM = coroutineOf('_read_stream');
const NOOP = coroutineOf('_noop');

const communicateSpec = signature('Process.communicate(self, input?)');
const sendSignalSpec = signature('Process.send_signal(self, signal)');

/** The argument of {@link Process.communicate}, as keyword. @public */
export interface InputKeyword {
  /** What the child reads. */
  readonly input?: Uint8Array | null | undefined;
}

/** What knows when the child has ended. */
interface Waiting extends SubprocessTransport {
  _wait(): Gen<number>;
}

/**
 * A child process.
 *
 * @remarks
 * **Python.** `asyncio.subprocess.Process`. {@link create_subprocess_exec} and {@link create_subprocess_shell} make
 * them.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   const { PIPE } = asyncio.subprocess;
 *   const process = await asyncio.create_subprocess_exec('sort', { stdin: PIPE, stdout: PIPE });
 *   const [stdout] = await process.communicate(new TextEncoder().encode('b\na\n'));
 *   return [new TextDecoder().decode(stdout ?? undefined), process.returncode];
 * });
 * await asyncio.run(main()); // => ['a\nb\n', 0]
 * ```
 *
 * @public
 */
export class Process {
  /** The way to its input; null unless that is a `PIPE`. */
  readonly stdin: StreamWriter | null;
  /** Its output; null unless that is a `PIPE`. */
  readonly stdout: StreamReader | null;
  /** What it writes about errors; null unless that is a `PIPE`. */
  readonly stderr: StreamReader | null;
  /** Its number. */
  readonly pid: number;
  /** @internal */
  readonly _transport: Waiting;
  readonly #loop: AbstractEventLoop;

  /**
   * @param transport - The transport of the child.
   * @param protocol - Its protocol.
   * @param loop - The loop.
   */
  constructor(transport: SubprocessTransport, protocol: SubprocessStreamProtocol, loop: AbstractEventLoop) {
    this._transport = transport as Waiting;
    this.#loop = loop;
    this.stdin = protocol.stdin;
    this.stdout = protocol.stdout;
    this.stderr = protocol.stderr;
    this.pid = transport.get_pid();
  }

  /** How it has ended: its exit code, or minus the number of the signal that ended it; null while it runs. */
  get returncode(): number | null {
    return this._transport.get_returncode();
  }

  /**
   * Waits until the process has ended.
   *
   * With pipes it may fill one of them and wait itself, for somebody to read it: {@link Process.communicate} reads.
   *
   * @remarks
   * **Python.** `Process.wait`.
   *
   * **Cancellation.** Only the wait ends; the process goes on.
   *
   * @returns The {@link Process.returncode}.
   */
  wait(): Coroutine<number> {
    return new GeneratorCoroutine(this._transport._wait(), WAIT);
  }

  /**
   * Sends a signal, by its number or name. Nothing happens if the process has ended in this very moment.
   *
   * @param signal - The signal. Also as keyword.
   * @throws ProcessLookupError if the process has ended, OSError if there is no such signal.
   */
  send_signal(signal: number | string | SignalKeyword): void;
  send_signal(...args: readonly unknown[]): void {
    const [signal] = sendSignalSpec.bind(args);
    this._transport.send_signal(signal as number);
  }

  /** Asks the process to end: `SIGTERM`. */
  terminate(): void {
    this._transport.terminate();
  }

  /** Ends the process: `SIGKILL`. */
  kill(): void {
    this._transport.kill();
  }

  /**
   * Writes all of `input`, closes the child's input, reads all that it writes, and waits until it has ended.
   *
   * That the child doesn't read its input to the end is no error.
   *
   * @remarks
   * **Python.** `Process.communicate`.
   *
   * **Cancellation.** The process goes on, and its pipes stay open; what was read is lost.
   *
   * @param input - What the child reads; only with `stdin` a `PIPE`. Also as keyword.
   * @returns Its output, and what it wrote about errors; null for what is no pipe.
   */
  communicate(
    input?: Uint8Array | InputKeyword | null,
  ): Coroutine<[stdout: Uint8Array | null, stderr: Uint8Array | null]>;
  communicate(...args: readonly unknown[]): Coroutine<[stdout: Uint8Array | null, stderr: Uint8Array | null]> {
    const [input] = communicateSpec.bind(args);
    return new GeneratorCoroutine(this.#communicate((input ?? null) as Uint8Array | null), COMMUNICATE);
  }

  *#communicate(input: Uint8Array | null): Gen<[Uint8Array | null, Uint8Array | null]> {
    const { stdin, stdout, stderr } = this;
    const nothing = (): Coroutine<null> => new GeneratorCoroutine(noop(), NOOP);
    const [, output, errors] = yield* gather(
      stdin === null ? nothing() : new GeneratorCoroutine(this.#feed(stdin, input), FEED_STDIN),
      stdout === null ? nothing() : new GeneratorCoroutine(this.#read(1, stdout), READ_STREAM),
      stderr === null ? nothing() : new GeneratorCoroutine(this.#read(2, stderr), READ_STREAM),
    );
    yield* this.wait();
    return asTuple([output, errors]);
  }

  *#feed(stdin: StreamWriter, input: Uint8Array | null): Gen<null> {
    try {
      if (input !== null) {
        stdin.write(input);
        this.#debug('%r communicate: feed stdin (%s bytes)', input.length);
      }
      yield* stdin.drain();
    } catch (error) {
      if (!(error instanceof BrokenPipeError || error instanceof ConnectionResetError)) throw error;
      this.#debug('%r communicate: stdin got %r', error);
    }
    this.#debug('%r communicate: close stdin');
    stdin.close();
    return null;
  }

  *#read(fd: 1 | 2, reader: StreamReader): Gen<Uint8Array> {
    const name = fd === 1 ? 'stdout' : 'stderr';
    const transport = this._transport.get_pipe_transport(fd);
    if (transport === null) throw new AssertionError();
    this.#debug('%r communicate: read %s', name);
    const output = yield* reader.read();
    this.#debug('%r communicate: close %s', name);
    transport.close();
    return output;
  }

  #debug(message: string, ...args: readonly unknown[]): void {
    if (this.#loop.get_debug()) logger.debug(message, this, ...args);
  }

  /** Python's text. */
  __repr__(): string {
    return `<${this.constructor.name} ${String(this.pid)}>`;
  }
}
installRepr(Process);

// eslint-disable-next-line require-yield -- there is nothing to wait for
function* noop(): Gen<null> {
  return null;
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(Process.prototype.wait, Process.prototype.communicate);
