/** Python's built-in exceptions. The tree's other branches are in files of their own; all are exported from here. */
import { BaseException, Exception } from './base_exception.js';
import { registerExceptions } from './exception_classes.js';
import { repr } from './repr.js';

export { BaseException, Exception, setStackCapture } from './base_exception.js';
export { ThrownValue, chainContext, instantiate, isExceptionClass, toException } from './raising.js';
export {
  BlockingIOError,
  BrokenPipeError,
  ChildProcessError,
  ConnectionAbortedError,
  ConnectionError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileExistsError,
  FileNotFoundError,
  InterruptedError,
  IsADirectoryError,
  NotADirectoryError,
  OSError,
  PermissionError,
  ProcessLookupError,
  TimeoutError,
  fromSystemError,
} from './oserrors.js';
export { UnicodeDecodeError, UnicodeEncodeError, UnicodeError, ValueError } from './value_errors.js';
export {
  DeprecationWarning,
  FutureWarning,
  PendingDeprecationWarning,
  ResourceWarning,
  RuntimeWarning,
  UserWarning,
  Warning,
} from './warnings.js';

/** Thrown into a coroutine or generator that is being closed. Not an `Exception`; recorded without a stack. @public */
export class GeneratorExit extends BaseException {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/** Ctrl-C. Not an `Exception`. @public */
export class KeyboardInterrupt extends BaseException {}

/** The wish to end the program. Not an `Exception`. @public */
export class SystemExit extends BaseException {
  /** The exit code: the argument, null without one, the array of arguments if there are several. */
  code: unknown;

  /** Takes the exit code. */
  constructor(...args: unknown[]) {
    super(...args);
    this.code = args.length > 1 ? this.args : (args[0] ?? null);
  }
}

/** The root of the errors of calculation. @public */
export class ArithmeticError extends Exception {}

/** A division by zero. @public */
export class ZeroDivisionError extends ArithmeticError {}

/** Something that should always hold does not. @public */
export class AssertionError extends Exception {}

/** An object has no such attribute, or doesn't let it be set. @public */
export class AttributeError extends Exception {}

/** An operation on a buffer can't be done. @public */
export class BufferError extends Exception {}

/** The input is at its end. @public */
export class EOFError extends Exception {}

/** The root of the errors of looking something up. @public */
export class LookupError extends Exception {}

/** An index is out of range. @public */
export class IndexError extends LookupError {}

/** A key isn't there. Its text is the repr of the key. @public */
export class KeyError extends LookupError {
  override __str__(): string {
    return this.args.length === 1 ? repr(this.args[0]) : super.__str__();
  }
}

/** A name isn't known. `instanceof NameError` is true of a native `ReferenceError`. @public */
export class NameError extends Exception {}

/** An error that fits no other class. @public */
export class RuntimeError extends Exception {}

/** A method that a subclass has to bring, or something that this platform can't do. @public */
export class NotImplementedError extends RuntimeError {}

/** Calls are nested too deeply. `instanceof RecursionError` is true of the native error of a stack overflow. @public */
export class RecursionError extends RuntimeError {}

/** The end of an iteration, with the value that the iterator returned. Recorded without a stack. @public */
export class StopIteration extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;

  /** The first argument, or null. */
  value: unknown;

  /** Takes the iterator's return value. */
  constructor(...args: unknown[]) {
    super(...args);
    this.value = args[0] ?? null;
  }
}

/** The end of an asynchronous iteration. Recorded without a stack. @public */
export class StopAsyncIteration extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/** An argument of a wrong type. `instanceof TypeError` is true of native ones as well. @public */
export class TypeError extends Exception {}

registerExceptions({
  GeneratorExit,
  KeyboardInterrupt,
  SystemExit,
  ArithmeticError,
  ZeroDivisionError,
  AssertionError,
  AttributeError,
  BufferError,
  EOFError,
  LookupError,
  IndexError,
  KeyError,
  NameError,
  RuntimeError,
  NotImplementedError,
  RecursionError,
  StopIteration,
  StopAsyncIteration,
  TypeError,
});
