/** Python's built-in exceptions. The tree's other branches are in files of their own; all are exported from here. */
import { BaseException, Exception } from './base_exception.js';
import { registerExceptions } from './exception_classes.js';
import { repr } from './repr.js';

export { BaseException, Exception, recordsStack, setStackCapture } from './base_exception.js';
export { ThrownValue, chainContext, instantiate, isExceptionClass, toException } from './raising.js';
export {
  ArithmeticError,
  AssertionError,
  AttributeError,
  BufferError,
  EOFError,
  NameError,
  OverflowError,
  ZeroDivisionError,
} from './further_exceptions.js';
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
} from './oserrors.js';
export { UnicodeDecodeError, UnicodeEncodeError, UnicodeError } from './unicode_errors.js';
export { ValueError } from './value_errors.js';
export {
  DeprecationWarning,
  FutureWarning,
  PendingDeprecationWarning,
  ResourceWarning,
  RuntimeWarning,
  UserWarning,
  Warning,
} from './warnings.js';

/**
 * Thrown into a coroutine or generator that is being closed, at the place where it is suspended.
 *
 * Clean up in `finally` and let it pass: if the body catches it and waits again, whoever closes it gets a
 * `RuntimeError`.
 *
 * @remarks
 * **Python.** `GeneratorExit`, a `BaseException`: `instanceof asyncio.Exception` is false. It is recorded without a
 * JavaScript stack outside debug mode.
 *
 * @example
 * ```ts
 * const log: string[] = [];
 * const work = asyncio.coroutine(function* () {
 *   try {
 *     yield* asyncio.sleep(0);
 *   } catch (error) {
 *     log.push(asyncio.repr(error));
 *     throw error;
 *   }
 * });
 * const coroutine = work();
 * coroutine.send(null);
 * coroutine.close();
 * log; // => ['GeneratorExit()']
 * ```
 *
 * @public
 */
export class GeneratorExit extends BaseException {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/**
 * The user wants the program to stop, by Ctrl-C.
 *
 * @remarks
 * **Python.** `KeyboardInterrupt`, a `BaseException`. As in asyncio since 3.11, {@link run} cancels its coroutine at
 * the first Ctrl-C and rejects with this when the coroutine has ended. Raised by a callback or a task it isn't reported
 * as other errors are: it leaves the loop.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(function* () {
 *   yield* asyncio.sleep(1);
 *   throw new asyncio.KeyboardInterrupt();
 * });
 * await asyncio.run(main()).catch((error: unknown) => error instanceof asyncio.Exception); // => false
 * ```
 *
 * @public
 */
export class KeyboardInterrupt extends BaseException {}

/**
 * The wish to end the program.
 *
 * Nothing ends by it alone: it leaves the loop, so that whoever has called {@link run} can end the process with its
 * {@link SystemExit.code}.
 *
 * @remarks
 * **Python.** `SystemExit`, which `sys.exit` raises; a `BaseException`. There the interpreter ends at one that nobody
 * catches, here Node ends as for any other error, with exit code 1.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(function* () {
 *   yield* asyncio.sleep(1);
 *   throw new asyncio.SystemExit(3);
 * });
 * await asyncio.run(main()).catch((error: asyncio.SystemExit) => error.code); // => 3
 * ```
 *
 * @public
 */
export class SystemExit extends BaseException {
  /** The exit code: the argument, null without one, the array of arguments if there are several. */
  code: unknown;

  /** Takes the exit code. */
  constructor(...args: unknown[]) {
    super(...args);
    this.code = args.length > 1 ? this.args : (args[0] ?? null);
  }
}

/**
 * The root of the errors of looking something up.
 *
 * @remarks
 * **Python.** `LookupError`, the root of `IndexError` and `KeyError`. Raised itself by a context variable that has
 * neither a value nor a default.
 *
 * @example
 * ```ts
 * const user = new asyncio.contextvars.ContextVar<string>('user');
 * try {
 *   user.get();
 * } catch (error) {
 *   error instanceof asyncio.LookupError; // => true
 * }
 * ```
 *
 * @public
 */
export class LookupError extends Exception {}

/**
 * An index is out of range.
 *
 * @remarks
 * **Python.** `IndexError`, a `LookupError`. Arrays of JavaScript give `undefined` instead.
 *
 * @example
 * ```ts
 * function itemAt<T>(items: readonly T[], index: number): T {
 *   if (index >= items.length) throw new asyncio.IndexError('list index out of range');
 *   return items[index] as T;
 * }
 * try {
 *   itemAt(['a'], 1);
 * } catch (error) {
 *   error instanceof asyncio.LookupError; // => true
 * }
 * ```
 *
 * @public
 */
export class IndexError extends LookupError {}

/**
 * A key isn't there.
 *
 * Its text is the repr of the key, so that an empty or a strange one can be told.
 *
 * @remarks
 * **Python.** `KeyError`, a `LookupError`. A `Map` of JavaScript gives `undefined` instead.
 *
 * @example
 * ```ts
 * const missing = new asyncio.KeyError('');
 * String(missing); // => "''"
 * asyncio.repr(missing); // => "KeyError('')"
 * ```
 *
 * @public
 */
export class KeyError extends LookupError {
  override __str__(): string {
    return this.args.length === 1 ? repr(this.args[0]) : super.__str__();
  }
}

/**
 * An error that fits no other class: mostly, something was done at a moment at which it can't be.
 *
 * @remarks
 * **Python.** `RuntimeError`. The library's own texts begin as Python's; where the reason is one of JavaScript's, they
 * name the cure.
 *
 * @example
 * ```ts
 * try {
 *   asyncio.get_running_loop();
 * } catch (error) {
 *   asyncio.repr(error); // => "RuntimeError('no running event loop')"
 * }
 * ```
 *
 * @public
 */
export class RuntimeError extends Exception {}

/**
 * A method that a subclass has to bring, or something that this platform can't do.
 *
 * @remarks
 * **Python.** `NotImplementedError`, a `RuntimeError`. Public names of Python's that can't work here exist
 * nevertheless, and raise it with the reason.
 *
 * @example
 * ```ts
 * const executor = new asyncio.concurrent.Executor();
 * try {
 *   executor.submit(() => 1);
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * ```
 *
 * @public
 */
export class NotImplementedError extends RuntimeError {}

/**
 * Calls are nested too deeply.
 *
 * @remarks
 * **Python.** `RecursionError`, a `RuntimeError`. `instanceof RecursionError` is true of the native error that the
 * engine throws when its stack is full, and false of any other `RangeError`.
 *
 * @example
 * ```ts
 * const endless = (): unknown => [endless()];
 * try {
 *   endless();
 * } catch (error) {
 *   error instanceof asyncio.RecursionError; // => true
 * }
 * ```
 *
 * @public
 */
export class RecursionError extends RuntimeError {}

/**
 * The end of an iteration, with the value that the iterator returned.
 *
 * JavaScript's own iterators end by `done: true`. This is how a coroutine ends for who steps it by
 * {@link Coroutine.send}.
 *
 * @remarks
 * **Python.** `StopIteration`; `value` is the first argument. Recorded without a JavaScript stack outside debug mode.
 *
 * @example
 * ```ts
 * const answer = asyncio.coroutine(function* () {
 *   return 42;
 * });
 * try {
 *   answer().send(null);
 * } catch (error) {
 *   error instanceof asyncio.StopIteration && error.value; // => 42
 * }
 * ```
 *
 * @public
 */
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

/**
 * The end of an asynchronous iteration.
 *
 * @remarks
 * **Python.** `StopAsyncIteration`. What {@link anext} raises at the end if it was given no default, and what the
 * `__anext__` of a class of your own raises to end a loop. Recorded without a JavaScript stack outside debug mode.
 *
 * @example
 * ```ts
 * const one = asyncio.asyncgen(function* () {
 *   yield* asyncio.yield_(1);
 * });
 * const main = asyncio.coroutine(async () => {
 *   const items = one();
 *   await asyncio.anext(items);
 *   return await asyncio.anext(items);
 * });
 * await asyncio.run(main()).catch(asyncio.repr); // => "StopAsyncIteration()"
 * ```
 *
 * @public
 */
export class StopAsyncIteration extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/**
 * An argument of a wrong type, too many arguments or too few, or an unknown keyword.
 *
 * @remarks
 * **Python.** `TypeError`. `instanceof asyncio.TypeError` is true of native ones as well, and one of these is
 * `instanceof` the native class.
 *
 * @example
 * ```ts
 * const errors = [new TypeError('native'), new asyncio.TypeError('ours')];
 * errors.map((error) => error instanceof asyncio.TypeError); // => [true, true]
 * ```
 *
 * @public
 */
export class TypeError extends Exception {}

registerExceptions({
  GeneratorExit,
  KeyboardInterrupt,
  SystemExit,
  LookupError,
  IndexError,
  KeyError,
  RuntimeError,
  NotImplementedError,
  RecursionError,
  StopIteration,
  StopAsyncIteration,
  TypeError,
});

/**
 * Puts a native class under one of ours. There is single inheritance, so the prototype gets copies of what it inherits
 * from ours; by their brands, `instanceof` knows them.
 */
function standOn(exceptionClass: { readonly prototype: object }, native: { readonly prototype: object }): void {
  let inherited = native.prototype;
  for (const { prototype } of [BaseException, Exception]) {
    inherited = Object.create(inherited, Object.getOwnPropertyDescriptors(prototype)) as object;
  }
  Object.setPrototypeOf(exceptionClass.prototype, inherited);
}

standOn(TypeError, globalThis.TypeError);
