/** The errors of encoding and decoding. */
import { typeError } from './base_exception.js';
import { registerExceptions } from './exception_classes.js';
import { typeName } from './repr.js';
import { ValueError } from './value_errors.js';

/**
 * The root of the errors of encoding and decoding.
 *
 * @remarks
 * **Python.** `UnicodeError`, a `ValueError`. A `TextDecoder` that was told to be `fatal` throws a native `TypeError`
 * instead.
 *
 * @example
 * ```ts
 * const error = new asyncio.UnicodeEncodeError('ascii', 'é', 0, 1, 'ordinal not in range(128)');
 * error instanceof asyncio.UnicodeError; // => true
 * ```
 *
 * @public
 */
export class UnicodeError extends ValueError {}

function checkArguments(args: readonly unknown[], isObject: (value: unknown) => string | null): void {
  const expectString = (position: number): void => {
    const value = args[position - 1];
    if (typeof value !== 'string') fail(`argument ${String(position)} must be str, not ${typeName(value)}`);
  };
  const expectInteger = (position: number): void => {
    const value = args[position - 1];
    if (!Number.isInteger(value)) fail(`'${typeName(value)}' object cannot be interpreted as an integer`);
  };
  if (args.length !== 5) fail(`function takes exactly 5 arguments (${String(args.length)} given)`);
  expectString(1);
  const problem = isObject(args[1]);
  if (problem !== null) fail(problem);
  expectInteger(3);
  expectInteger(4);
  expectString(5);
}

function fail(message: string): never {
  throw typeError(message);
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/**
 * Bytes that are no text in some encoding.
 *
 * The five arguments are those of the fields, all of them required; the message is made of them, so `object` is to be
 * the whole of what was being decoded.
 *
 * @remarks
 * **Python.** `UnicodeDecodeError`.
 *
 * @example
 * ```ts
 * const bytes = Uint8Array.of(0x61, 0xff);
 * const error = new asyncio.UnicodeDecodeError('utf-8', bytes, 1, 2, 'invalid start byte');
 * String(error); // => "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"
 * ```
 *
 * @public
 */
export class UnicodeDecodeError extends UnicodeError {
  /** The encoding. */
  encoding: string;
  /** The bytes. */
  object: Uint8Array;
  /** Where the bad bytes begin. */
  start: number;
  /** Where they end. */
  end: number;
  /** What is wrong with them. */
  reason: string;

  /** Takes exactly these five. */
  constructor(encoding: string, object: Uint8Array, start: number, end: number, reason: string, ...rest: never[]) {
    const args: unknown[] = [encoding, object, start, end, reason, ...rest];
    while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
    checkArguments(args, (value) =>
      ArrayBuffer.isView(value) ? null : `a bytes-like object is required, not '${typeName(value)}'`,
    );
    super(...args);
    this.encoding = encoding;
    this.object = object;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }

  override __str__(): string {
    const { encoding, object, start, end, reason } = this;
    const byte = object[start];
    if (byte !== undefined && end === start + 1) {
      return `'${encoding}' codec can't decode byte 0x${hex(byte, 2)} in position ${String(start)}: ${reason}`;
    }
    return `'${encoding}' codec can't decode bytes in position ${String(start)}-${String(end - 1)}: ${reason}`;
  }
}

/**
 * A text that can't be written in some encoding.
 *
 * The five arguments are those of the fields, all of them required; positions count code points, not UTF-16 units.
 *
 * @remarks
 * **Python.** `UnicodeEncodeError`.
 *
 * @example
 * ```ts
 * const error = new asyncio.UnicodeEncodeError('ascii', '🙂 é', 2, 3, 'ordinal not in range(128)');
 * String(error); // => "'ascii' codec can't encode character '\\xe9' in position 2: ordinal not in range(128)"
 * ```
 *
 * @public
 */
export class UnicodeEncodeError extends UnicodeError {
  /** The encoding. */
  encoding: string;
  /** The text. */
  object: string;
  /** Where the bad characters begin, counted in code points. */
  start: number;
  /** Where they end. */
  end: number;
  /** What is wrong with them. */
  reason: string;

  /** Takes exactly these five. */
  constructor(encoding: string, object: string, start: number, end: number, reason: string, ...rest: never[]) {
    const args: unknown[] = [encoding, object, start, end, reason, ...rest];
    while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
    checkArguments(args, (value) =>
      typeof value === 'string' ? null : `argument 2 must be str, not ${typeName(value)}`,
    );
    super(...args);
    this.encoding = encoding;
    this.object = object;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }

  override __str__(): string {
    const { encoding, object, start, end, reason } = this;
    const character = Array.from(object)[start];
    if (character !== undefined && end === start + 1) {
      return `'${encoding}' codec can't encode character '${escaped(character)}' in position ${String(start)}: ${reason}`;
    }
    return `'${encoding}' codec can't encode characters in position ${String(start)}-${String(end - 1)}: ${reason}`;
  }
}

registerExceptions({ UnicodeError, UnicodeDecodeError, UnicodeEncodeError });
