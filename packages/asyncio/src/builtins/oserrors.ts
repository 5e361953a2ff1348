/** `OSError` and its subclasses, which Python chooses by the error number. */
import { Exception } from './base_exception.js';
import { registerExceptions } from './exception_classes.js';
import { classOfErrorNumber, errorNumber, errorText } from './errno.js';
import { CLASS_OF_CODE } from './error_codes.js';
import { isSystemError } from './native_errors.js';
import { defineHidden, repr, str } from './repr.js';

// Filled below; `OSError` itself needs the subclasses when it is called.
const subclasses = new Map<string, typeof OSError>();

/**
 * The system said no.
 *
 * @remarks
 * **Python.** `OSError(errno, strerror, filename, winerror, filename2)` is an instance of the subclass that belongs to
 * the error number. `instanceof` is also true of Node's own system errors, whose `code` tells the subclass.
 *
 * @example
 * ```ts
 * const error = new asyncio.OSError(2, 'No such file or directory', 'x.txt');
 * error instanceof asyncio.FileNotFoundError; // => true
 * String(error); // => "[Errno 2] No such file or directory: 'x.txt'"
 * ```
 *
 * @public
 */
export class OSError extends Exception {
  /** The error number, or null. */
  declare errno: unknown;
  /** The system's text for it, or null. */
  declare strerror: unknown;
  /** The file that it is about, or null. */
  declare filename: unknown;
  /** The second file, of a rename or a link, or null. */
  declare filename2: unknown;
  /** How much was written before the operation would have blocked; only with a `BlockingIOError`. */
  declare characters_written?: number;

  /** Takes any arguments; the error number comes first, its text second. */
  constructor(...args: unknown[]) {
    super(...args);
    const given = this.args;
    if (given.length < 2 || given.length > 5) return;
    if (new.target === OSError) {
      const chosen = subclasses.get(classOfErrorNumber(given[0]) ?? '');
      // Changing the class of the finished object, rather than making another, keeps its stack.
      if (chosen !== undefined) Object.setPrototypeOf(this, chosen.prototype);
    }
    const filename = given[2] ?? null;
    this.errno = given[0] ?? null;
    this.strerror = given[1] ?? null;
    if (filename === null) return;
    if (this instanceof BlockingIOError && typeof filename === 'number') {
      this.characters_written = filename;
      return;
    }
    this.filename = filename;
    if ((given[4] ?? null) !== null) this.filename2 = given[4];
    // In Python the file names are no arguments either.
    this.args = given.slice(0, 2);
  }

  override __str__(): string {
    const { errno, strerror, filename, filename2 } = this;
    if (errno === null && strerror === null) return super.__str__();
    const text = `[Errno ${str(errno)}] ${str(strerror)}`;
    if (filename2 !== null) return `${text}: ${repr(filename)} -> ${repr(filename2)}`;
    return filename === null ? text : `${text}: ${repr(filename)}`;
  }
}

// An unset field is null, and not shown by Node's `inspect`.
for (const field of ['errno', 'strerror', 'filename', 'filename2']) defineHidden(OSError.prototype, field, null);

/**
 * The operation would have to wait, and was told not to: `EAGAIN`, `EALREADY`, `EINPROGRESS`, `EWOULDBLOCK`.
 *
 * @remarks
 * **Python.** `BlockingIOError`. A number as third argument is no file name but {@link OSError.characters_written}: how
 * much had been written before.
 *
 * @example
 * ```ts
 * const error = new asyncio.BlockingIOError(11, 'Resource temporarily unavailable', 512);
 * error.characters_written; // => 512
 * ```
 *
 * @public
 */
export class BlockingIOError extends OSError {}

/**
 * There is no such child process: `ECHILD`.
 *
 * @remarks
 * **Python.** `ChildProcessError`, as `os.waitpid` raises it. Node waits for its children by itself, so it comes only
 * from code that raises it.
 *
 * @example
 * ```ts
 * new asyncio.OSError(10, 'No child processes') instanceof asyncio.ChildProcessError; // => true
 * ```
 *
 * @public
 */
export class ChildProcessError extends OSError {}

/**
 * The root of the errors of connections: whatever way the connection was lost or refused.
 *
 * @remarks
 * **Python.** `ConnectionError`. No error number is its own; it is there to be caught.
 *
 * @example
 * Try again when the connection breaks, and only then.
 * ```ts
 * let attempts = 0;
 * const fetchOnce = asyncio.coroutine(async () => {
 *   if (++attempts < 3) throw new asyncio.ConnectionResetError();
 *   return 'page';
 * });
 * const fetchPatiently = asyncio.coroutine(async (): Promise<string> => {
 *   try {
 *     return await fetchOnce();
 *   } catch (error) {
 *     if (!(error instanceof asyncio.ConnectionError)) throw error;
 *   }
 *   await asyncio.sleep(1);
 *   return await fetchPatiently();
 * });
 * await asyncio.run(fetchPatiently()); // => 'page'
 * ```
 *
 * @public
 */
export class ConnectionError extends OSError {}

/**
 * Nobody reads the other end any more: `EPIPE`, `ESHUTDOWN`.
 *
 * @remarks
 * **Python.** `BrokenPipeError`, a `ConnectionError`: from writing to a pipe whose reader has gone, or to a socket that
 * was shut down for writing.
 *
 * @example
 * ```ts
 * const error = new asyncio.OSError(32, 'Broken pipe');
 * asyncio.repr(error); // => "BrokenPipeError(32, 'Broken pipe')"
 * ```
 *
 * @public
 */
export class BrokenPipeError extends ConnectionError {}

/**
 * The connection was given up on this side: `ECONNABORTED`.
 *
 * @remarks
 * **Python.** `ConnectionAbortedError`, a `ConnectionError`.
 *
 * @example
 * ```ts node
 * import { constants } from 'node:os';
 *
 * const error = new asyncio.OSError(constants.errno.ECONNABORTED, 'Software caused connection abort');
 * error instanceof asyncio.ConnectionAbortedError; // => true
 * ```
 *
 * @public
 */
export class ConnectionAbortedError extends ConnectionError {}

/**
 * Nobody listens there: `ECONNREFUSED`.
 *
 * @remarks
 * **Python.** `ConnectionRefusedError`, a `ConnectionError`. `instanceof` is true of Node's own error as well.
 *
 * @example
 * ```ts node real-time
 * import { once } from 'node:events';
 * import { connect } from 'node:net';
 *
 * const [error] = await once(connect(1, '127.0.0.1'), 'error');
 * error instanceof asyncio.ConnectionRefusedError; // => true
 * ```
 *
 * @public
 */
export class ConnectionRefusedError extends ConnectionError {}

/**
 * The peer has broken off the connection: `ECONNRESET`.
 *
 * @remarks
 * **Python.** `ConnectionResetError`, a `ConnectionError`. `instanceof` is true of Node's own error as well, by its
 * `code`.
 *
 * @example
 * ```ts
 * const fromNode = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
 * fromNode instanceof asyncio.ConnectionResetError; // => true
 * ```
 *
 * @public
 */
export class ConnectionResetError extends ConnectionError {}

/**
 * The file or directory that is to be made exists already: `EEXIST`.
 *
 * @remarks
 * **Python.** `FileExistsError`. `instanceof` is true of Node's own error as well.
 *
 * @example
 * ```ts node
 * import { mkdirSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 *
 * try {
 *   mkdirSync(tmpdir());
 * } catch (error) {
 *   error instanceof asyncio.FileExistsError; // => true
 * }
 * ```
 *
 * @public
 */
export class FileExistsError extends OSError {}

/**
 * There is no such file or directory: `ENOENT`.
 *
 * @remarks
 * **Python.** `FileNotFoundError`. `instanceof` is true of Node's own error as well.
 *
 * @example
 * ```ts node
 * import { readFile } from 'node:fs/promises';
 *
 * const main = asyncio.coroutine(async () => {
 *   try {
 *     return await readFile('/no/such/file', 'utf8');
 *   } catch (error) {
 *     if (error instanceof asyncio.FileNotFoundError) return 'a default';
 *     throw error;
 *   }
 * });
 * await asyncio.run(main()); // => 'a default'
 * ```
 *
 * @public
 */
export class FileNotFoundError extends OSError {}

/**
 * A signal has interrupted a system call: `EINTR`.
 *
 * @remarks
 * **Python.** `InterruptedError`. Since 3.5 Python calls again by itself, as Node does, so it is hardly seen.
 *
 * @example
 * ```ts
 * const error = new asyncio.OSError(4, 'Interrupted system call');
 * asyncio.repr(error); // => "InterruptedError(4, 'Interrupted system call')"
 * ```
 *
 * @public
 */
export class InterruptedError extends OSError {}

/**
 * It is a directory, where a file was expected: `EISDIR`.
 *
 * @remarks
 * **Python.** `IsADirectoryError`. `instanceof` is true of Node's own error as well.
 *
 * @example
 * ```ts node
 * import { readFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 *
 * try {
 *   readFileSync(tmpdir());
 * } catch (error) {
 *   error instanceof asyncio.IsADirectoryError; // => true
 * }
 * ```
 *
 * @public
 */
export class IsADirectoryError extends OSError {}

/**
 * It is no directory, where one was expected: `ENOTDIR`.
 *
 * @remarks
 * **Python.** `NotADirectoryError`. `instanceof` is true of Node's own error as well.
 *
 * @example
 * ```ts node
 * import { readdirSync } from 'node:fs';
 *
 * try {
 *   readdirSync(process.execPath);
 * } catch (error) {
 *   error instanceof asyncio.NotADirectoryError; // => true
 * }
 * ```
 *
 * @public
 */
export class NotADirectoryError extends OSError {}

/**
 * It isn't allowed: `EACCES`, `EPERM`.
 *
 * @remarks
 * **Python.** `PermissionError`. `instanceof` is true of Node's own error as well.
 *
 * @example
 * Two numbers, one class; {@link OSError.errno} tells which it was.
 * ```ts
 * const errors = [new asyncio.OSError(13, 'Permission denied'), new asyncio.OSError(1, 'Operation not permitted')];
 * errors.map((error) => error instanceof asyncio.PermissionError); // => [true, true]
 * errors.map((error) => error.errno); // => [13, 1]
 * ```
 *
 * @public
 */
export class PermissionError extends OSError {}

/**
 * There is no such process: `ESRCH`.
 *
 * @remarks
 * **Python.** `ProcessLookupError`: what sending a signal to a process raises that has ended. `instanceof` is true of
 * Node's own error as well.
 *
 * @example
 * ```ts node
 * try {
 *   process.kill(999_999_999, 'SIGTERM');
 * } catch (error) {
 *   error instanceof asyncio.ProcessLookupError; // => true
 * }
 * ```
 *
 * @public
 */
export class ProcessLookupError extends OSError {}

/**
 * The time is over.
 *
 * @remarks
 * **Python.** `TimeoutError`, which `asyncio.TimeoutError` has been an alias of since 3.11.
 *
 * @example
 * ```ts
 * const slow = asyncio.wait_for(asyncio.sleep(3600), 1);
 * await asyncio.run(slow).catch((error: unknown) => error instanceof asyncio.TimeoutError); // => true
 * ```
 *
 * @public
 */
export class TimeoutError extends OSError {}

const named: Readonly<Record<string, typeof OSError>> = {
  BlockingIOError,
  ChildProcessError,
  ConnectionError,
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileExistsError,
  FileNotFoundError,
  InterruptedError,
  IsADirectoryError,
  NotADirectoryError,
  PermissionError,
  ProcessLookupError,
  TimeoutError,
};
registerExceptions({ OSError, ...named }, 'builtins', CLASS_OF_CODE);
for (const [name, subclass] of Object.entries(named)) subclasses.set(name, subclass);

interface SystemError extends Error {
  readonly code: string;
  readonly errno?: unknown;
  readonly syscall: string;
  readonly path?: unknown;
  readonly dest?: unknown;
}

/**
 * The `OSError` for a system error of Node's (`{ code: 'ECONNRESET', syscall: 'read', … }`), with Python's text and the
 * original as its cause. Anything else comes back as it is.
 */
export function fromSystemError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !(error instanceof OSError)) return error;
  if (Object.prototype.isPrototypeOf.call(OSError.prototype, error) || !isSystemError(error)) return error;
  const { code, errno, path, dest, message } = error as SystemError;
  // Node's numbers are negative; on Windows they are libuv's own.
  const native = typeof errno === 'number' && errno < 0 && errno > -1000 ? -errno : null;
  const args: unknown[] = [errorNumber(code) ?? native, errorText(code) ?? message];
  if (typeof path === 'string') args.push(path, null, dest ?? null);
  const raised = new OSError(...args);
  const subclass = subclasses.get(CLASS_OF_CODE[code] ?? '');
  if (subclass !== undefined) Object.setPrototypeOf(raised, subclass.prototype);
  raised.__cause__ = error;
  return raised;
}
