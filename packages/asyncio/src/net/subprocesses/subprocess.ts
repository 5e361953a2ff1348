/** `create_subprocess_exec` and `create_subprocess_shell`. */
import { signature } from '../../builtins/arguments.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { Coroutine } from '../../core/coroutines/coroutines.js';
import { get_running_loop } from '../../core/contract/current_loop.js';
import { markCoroutineFunctions } from '../../core/common/function_kinds.js';
import { GeneratorCoroutine } from '../../core/coroutines/generator_coroutine.js';
import type { SubprocessOptions } from '../../core/contract/io_options.js';
import type { SubprocessTransport } from '../../core/contract/transports.js';
import { Process } from './process.js';
import { DEFAULT_LIMIT } from '../streams/stream_reader.js';
import type { StreamLimit } from '../streams/streams.js';
import { SubprocessStreamProtocol } from './subprocess_protocol.js';

/** The keywords of {@link create_subprocess_exec} and {@link create_subprocess_shell}. @public */
export interface CreateSubprocessOptions extends SubprocessOptions, StreamLimit {}

const execSpec = signature('create_subprocess_exec(program, *args, stdin, stdout, stderr, limit, **kwds)');
const shellSpec = signature('create_subprocess_shell(cmd, stdin?, stdout?, stderr?, limit?, **kwds)');

function* create(
  method: 'subprocess_exec' | 'subprocess_shell',
  command: readonly unknown[],
  [stdin, stdout, stderr, limit, keywords]: readonly unknown[],
): Gen<Process> {
  const loop = get_running_loop();
  const factory = (): SubprocessStreamProtocol =>
    new SubprocessStreamProtocol((limit ?? DEFAULT_LIMIT) as number, loop);
  const options = { stdin: stdin ?? null, stdout: stdout ?? null, stderr: stderr ?? null, ...(keywords as object) };
  // What is wrong with the arguments, the loop knows.
  const start = loop[method].bind(loop) as (
    ...args: readonly unknown[]
  ) => Coroutine<[SubprocessTransport, SubprocessStreamProtocol]>;
  const [transport, protocol] = yield* start(factory, ...command, options);
  return new Process(transport, protocol, loop);
}

/**
 * Starts a program.
 *
 * @remarks
 * **Python.** `asyncio.create_subprocess_exec`. All further keywords are those of
 * {@link AbstractEventLoop.subprocess_exec}, but the streams are ours unless it is said otherwise.
 *
 * **Cancellation.** The process is killed, and `CancelledError` is raised when it has ended.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   const process = await asyncio.create_subprocess_exec('echo', 'hello', { stdout: asyncio.subprocess.PIPE });
 *   const line = await process.stdout?.readline();
 *   await process.wait();
 *   return new TextDecoder().decode(line);
 * });
 * await asyncio.run(main()); // => 'hello\n'
 * ```
 *
 * @param program - The program: a path, or a name that is looked up.
 * @param args - Its arguments, and then the keywords: `stdin`, `stdout`, `stderr`, `limit` and those of Python's
 *   `Popen`.
 * @returns The process.
 * @throws FileNotFoundError, PermissionError or another OSError if it can't be started. What Node can't do of
 *   `Popen`'s keywords is refused, with the reason.
 * @public
 */
export function create_subprocess_exec(
  program: string | Uint8Array,
  ...args: [...(string | Uint8Array)[], CreateSubprocessOptions]
): Coroutine<Process>;
export function create_subprocess_exec(
  program: string | Uint8Array,
  ...args: (string | Uint8Array)[]
): Coroutine<Process>;
export function create_subprocess_exec(...args: readonly unknown[]): Coroutine<Process> {
  const [program, more, ...options] = execSpec.bind(args);
  const command = [program, ...(more as readonly unknown[])];
  return new GeneratorCoroutine(create('subprocess_exec', command, options), EXEC);
}
const EXEC = { name: 'create_subprocess_exec' };

/**
 * Has a shell run a command.
 *
 * @remarks
 * **Python.** `asyncio.create_subprocess_shell`. What becomes part of the command has to be quoted for the shell;
 * {@link create_subprocess_exec} needs none of that.
 *
 * **Cancellation.** As of {@link create_subprocess_exec}; what the shell has started may go on.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   const process = await asyncio.create_subprocess_shell('exit 3');
 *   return await process.wait();
 * });
 * await asyncio.run(main()); // => 3
 * ```
 *
 * @param cmd - The command.
 * @param options - `stdin`, `stdout`, `stderr`, `limit` and the keywords of Python's `Popen`; the first four also by
 *   position.
 * @returns The process.
 * @throws OSError if the shell can't be started.
 * @public
 */
export function create_subprocess_shell(
  cmd: string | Uint8Array,
  options?: CreateSubprocessOptions,
): Coroutine<Process>;
export function create_subprocess_shell(
  cmd: string | Uint8Array,
  stdin?: SubprocessOptions['stdin'],
  stdout?: SubprocessOptions['stdout'],
  stderr?: SubprocessOptions['stderr'],
  limit?: number,
  options?: CreateSubprocessOptions,
): Coroutine<Process>;
export function create_subprocess_shell(
  cmd: string | Uint8Array,
  stdin: SubprocessOptions['stdin'],
  stdout: SubprocessOptions['stdout'],
  stderr: SubprocessOptions['stderr'],
  options: CreateSubprocessOptions,
): Coroutine<Process>;
export function create_subprocess_shell(
  cmd: string | Uint8Array,
  stdin: SubprocessOptions['stdin'],
  stdout: SubprocessOptions['stdout'],
  options: CreateSubprocessOptions,
): Coroutine<Process>;
export function create_subprocess_shell(
  cmd: string | Uint8Array,
  stdin: SubprocessOptions['stdin'],
  options: CreateSubprocessOptions,
): Coroutine<Process>;
export function create_subprocess_shell(
  options: CreateSubprocessOptions & { readonly cmd: string | Uint8Array },
): Coroutine<Process>;
export function create_subprocess_shell(...args: readonly unknown[]): Coroutine<Process> {
  const [cmd, ...options] = shellSpec.bind(args);
  return new GeneratorCoroutine(create('subprocess_shell', [cmd], options), SHELL);
}
const SHELL = { name: 'create_subprocess_shell' };

markCoroutineFunctions(create_subprocess_exec, create_subprocess_shell);
