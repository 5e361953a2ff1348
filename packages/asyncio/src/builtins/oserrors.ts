/** `OSError` and its subclasses, which Python chooses by the error number. */
import { Exception } from './base_exception.js';
import { registerExceptions } from './exception_classes.js';
import { CLASS_OF_CODE, classOfErrorNumber, errorNumber, errorText } from './errno.js';
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

/** The operation would block. @public */
export class BlockingIOError extends OSError {}

/** A child process is not there. @public */
export class ChildProcessError extends OSError {}

/** The root of the errors of connections. @public */
export class ConnectionError extends OSError {}

/** Nobody reads the other end any more. @public */
export class BrokenPipeError extends ConnectionError {}

/** The connection was given up on this side. @public */
export class ConnectionAbortedError extends ConnectionError {}

/** Nobody listens there. @public */
export class ConnectionRefusedError extends ConnectionError {}

/** The peer has broken off the connection. @public */
export class ConnectionResetError extends ConnectionError {}

/** The file exists already. @public */
export class FileExistsError extends OSError {}

/** There is no such file or directory. @public */
export class FileNotFoundError extends OSError {}

/** A signal has interrupted a system call. @public */
export class InterruptedError extends OSError {}

/** It is a directory. @public */
export class IsADirectoryError extends OSError {}

/** It is no directory. @public */
export class NotADirectoryError extends OSError {}

/** It isn't allowed. @public */
export class PermissionError extends OSError {}

/** There is no such process. @public */
export class ProcessLookupError extends OSError {}

/**
 * The time is over.
 *
 * @remarks
 * **Python.** `TimeoutError`, which `asyncio.TimeoutError` has been an alias of since 3.11.
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
registerExceptions({ OSError, ...named });
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
