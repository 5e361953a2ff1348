/** Built-in exceptions that the kernel never raises: they are for programs, and for what few pages need. */
import { Exception } from './base_exception.js';
import { registerExceptions } from './exception_classes.js';

/**
 * The root of the errors of calculation.
 *
 * @remarks
 * **Python.** `ArithmeticError`. Numbers of JavaScript raise none: they give `Infinity` or `NaN`.
 *
 * @example
 * ```ts
 * const error = new asyncio.ZeroDivisionError('division by zero');
 * error instanceof asyncio.ArithmeticError; // => true
 * ```
 *
 * @public
 */
export class ArithmeticError extends Exception {}

/**
 * A division by zero.
 *
 * @remarks
 * **Python.** `ZeroDivisionError`. JavaScript's `1 / 0` is `Infinity`, so this comes only from code that raises it;
 * `1n / 0n` throws a native `RangeError`, which is an `Exception` but not one of these.
 *
 * @example
 * ```ts
 * function divide(a: number, b: number): number {
 *   if (b === 0) throw new asyncio.ZeroDivisionError('division by zero');
 *   return a / b;
 * }
 * const half = asyncio.coroutine(async (b: number) => divide(1, b));
 * const results = await asyncio.run(() => asyncio.gather(half(2), half(0), { return_exceptions: true }));
 * results.map(asyncio.repr); // => ['0.5', "ZeroDivisionError('division by zero')"]
 * ```
 *
 * @public
 */
export class ZeroDivisionError extends ArithmeticError {}

/**
 * A number is too large for what it is needed for.
 *
 * @remarks
 * **Python.** `OverflowError`. The library raises it for the port of a socket that is none.
 *
 * @example
 * ```ts node real-time
 * const sock = new asyncio.socket.socket();
 * try {
 *   sock.bind(['127.0.0.1', 70_000]);
 * } catch (error) {
 *   asyncio.repr(error); // => "OverflowError('bind(): port must be 0-65535.')"
 * }
 * ```
 *
 * @public
 */
export class OverflowError extends ArithmeticError {}

/**
 * Something that should always hold does not.
 *
 * @remarks
 * **Python.** `AssertionError`, which `assert` raises. The library raises it where CPython has an `assert`, as in
 * {@link wrap_future}. Node's `assert` module throws a class of its own, which is an `Exception` but not one of these.
 *
 * @example
 * ```ts
 * try {
 *   asyncio.wrap_future(3 as never);
 * } catch (error) {
 *   asyncio.repr(error); // => "AssertionError('concurrent.futures.Future is expected, got 3')"
 * }
 * ```
 *
 * @public
 */
export class AssertionError extends Exception {}

/**
 * An object has no such attribute, or doesn't let it be set.
 *
 * @remarks
 * **Python.** `AttributeError`. JavaScript gives `undefined` for a property that isn't there, and throws a native
 * `TypeError` where one can't be set; this class comes from functions that look up attributes for Python's sake, such
 * as {@link inspect.getattr_static}.
 *
 * @example
 * ```ts
 * try {
 *   asyncio.inspect.getattr_static({ name: 'x' }, 'size');
 * } catch (error) {
 *   asyncio.repr(error); // => "AttributeError('size')"
 * }
 * ```
 *
 * @public
 */
export class AttributeError extends Exception {}

/**
 * An operation on a buffer can't be done.
 *
 * @remarks
 * **Python.** `BufferError`, as for resizing a `bytearray` that somebody looks into. The library raises it nowhere; it
 * is there for code that does.
 *
 * @example
 * ```ts
 * const { buffer } = new Uint8Array(4);
 * structuredClone(buffer, { transfer: [buffer] });
 * const check = () => {
 *   if (buffer.byteLength === 0) throw new asyncio.BufferError('the buffer was given away');
 * };
 * try {
 *   check();
 * } catch (error) {
 *   String(error); // => 'the buffer was given away'
 * }
 * ```
 *
 * @public
 */
export class BufferError extends Exception {}

/**
 * The input is at its end, although more was asked for.
 *
 * @remarks
 * **Python.** `EOFError`; asyncio's {@link IncompleteReadError} is one.
 *
 * @example
 * ```ts
 * const error = new asyncio.IncompleteReadError(new Uint8Array(2), 4);
 * error instanceof asyncio.EOFError; // => true
 * ```
 *
 * @public
 */
export class EOFError extends Exception {}

/**
 * A name isn't known.
 *
 * @remarks
 * **Python.** `NameError`. `instanceof NameError` is true of a native `ReferenceError`, which is what JavaScript throws
 * for it.
 *
 * @example
 * ```ts
 * try {
 *   new Function('return no_such_name')();
 * } catch (error) {
 *   error instanceof asyncio.NameError; // => true
 * }
 * ```
 *
 * @public
 */
export class NameError extends Exception {}

registerExceptions({
  ArithmeticError,
  ZeroDivisionError,
  OverflowError,
  AssertionError,
  AttributeError,
  BufferError,
  EOFError,
  NameError,
});
