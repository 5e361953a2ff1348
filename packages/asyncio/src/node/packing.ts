/**
 * Values on their way from one thread to another.
 *
 * They are cloned, and a clone of an error has lost its class and what the library adds. So an exception is taken
 * apart, and put together again: with its class if that is the library's or was made importable, otherwise with the
 * class that it extends. And a `Buffer` comes back as one. That goes for the values themselves, not for what is inside
 * of them.
 */
import { BaseException, TypeError } from '../builtins/exceptions.js';
import { registered } from '../builtins/exception_classes.js';
import { BaseExceptionGroup } from '../builtins/groups.js';
import { defineHidden } from '../builtins/repr.js';
import { BrokenExecutor, CancelledError, FuturesError, InvalidStateError } from '../concurrent/errors.js';
import { importableAt, placeOf } from '../concurrent/importable.js';
import { BrokenProcessPool } from '../concurrent/process.js';
import { BrokenInterpreterPool, BrokenThreadPool } from '../concurrent/thread.js';
import type { PackedError, PackedValues } from './messages.js';

type ErrorClass = abstract new (...args: never[]) => Error;

/** The errors of `concurrent.futures`, of which some are called as asyncio's are. A bundler may call them otherwise. */
const CONCURRENT: Readonly<Record<string, ErrorClass>> = {
  BrokenExecutor,
  BrokenInterpreterPool,
  BrokenProcessPool,
  BrokenThreadPool,
  CancelledError,
  Error: FuturesError,
  InvalidStateError,
};

const LANGUAGE: ReadonlyMap<string, ErrorClass> = new Map<string, ErrorClass>(
  [Error, globalThis.TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError].map((type) => [
    type.name,
    type,
  ]),
);

/** What is packed apart from these fields. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['args', 'cause', 'exceptions', 'message', 'name', 'stack'],
  ...['__context__', '__notes__', '__suppress_context__', '__traceback__'],
]);

/** Makes values ready to be cloned. */
export function packValues(values: readonly unknown[], within: readonly object[] = []): PackedValues {
  let packed: unknown[] | null = null;
  const errors: number[] = [];
  const buffers: number[] = [];
  values.forEach((value, index) => {
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof BaseException) {
      (packed ??= [...values])[index] = packError(value, within);
      errors.push(index);
    } else if (value instanceof Buffer) buffers.push(index);
  });
  return { values: packed ?? values, errors, buffers };
}

/** The values again. */
export function unpackValues({ values, errors, buffers }: PackedValues): unknown[] {
  const unpacked = [...values];
  for (const index of errors) unpacked[index] = unpackError(values[index] as PackedError);
  for (const index of buffers) {
    const bytes = values[index] as Uint8Array;
    unpacked[index] = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  return unpacked;
}

/** Whether a value can be cloned. */
export function isCloneable(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol') return false;
  if (typeof value !== 'object' || value === null) return true;
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

/** Says that something can't be sent, in Python's words and the host's. */
export function notSendable(what: string, reason: unknown): Error {
  return new TypeError(`cannot pickle ${what}: ${(reason as Error).message}`, { cause: reason });
}

function constructorsOf(error: object): ErrorClass[] {
  const constructors: ErrorClass[] = [];
  let owner = Object.getPrototypeOf(error) as { readonly constructor: ErrorClass } | null;
  for (; owner !== null; owner = Object.getPrototypeOf(owner) as typeof owner) constructors.push(owner.constructor);
  return constructors;
}

/** The most exact class of the library that an exception is made of. */
function libraryType(
  constructors: readonly ErrorClass[],
): (NonNullable<PackedError['type']> & { isOwn: boolean }) | null {
  for (const [index, type] of constructors.entries()) {
    const isOwn = index === 0;
    if (registered(type.name) === type) return { module: 'asyncio', name: type.name, isOwn };
    const name = Object.keys(CONCURRENT).find((key) => CONCURRENT[key] === type);
    if (name !== undefined) return { module: 'concurrent.futures', name, isOwn };
  }
  return null;
}

function packError(error: Error, within: readonly object[]): PackedError | null {
  // Somebody may have made a circle of causes.
  if (within.includes(error)) return null;
  const inside = [...within, error];
  const given: Partial<Pick<BaseException, 'args' | '__context__' | '__notes__'>> & Error = error;
  const constructors = constructorsOf(error);
  const type = libraryType(constructors);
  const language = constructors.find((constructor) => LANGUAGE.get(constructor.name) === constructor);
  const own = type?.isOwn === true ? type.name : (constructors[0]?.name ?? 'Error');
  const pack = (value: unknown): PackedValues => packValues([isSendable(value) ? value : null], inside);
  const fields = Reflect.ownKeys(error).filter(
    (key): key is string => typeof key === 'string' && !KNOWN.has(key) && isSendable(fieldOf(error, key)),
  );
  return {
    type,
    place: constructors[0] === undefined ? null : placeOf(constructors[0]),
    name: type === null ? (language?.name ?? 'Error') : own,
    message: error.message,
    stack: String(error.stack),
    args: packValues(
      (type === null ? [] : (given.args ?? [])).map((value) => (isSendable(value) ? value : String(value))),
      inside,
    ),
    cause: pack(given.cause),
    context: pack(given.__context__),
    notes: given.__notes__ ?? null,
    exceptions: error instanceof BaseExceptionGroup ? packValues(error.exceptions, inside) : null,
    fields: [
      ...fields.map((key) => {
        const isShown = Object.prototype.propertyIsEnumerable.call(error, key);
        return { key, value: pack(fieldOf(error, key)), isShown };
      }),
      ...(type === null && own !== language?.name ? [{ key: 'name', value: pack(error.name), isShown: false }] : []),
    ],
  };
}

/** The fields of errors are their own; a getter may do anything. */
function fieldOf(error: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(error, key)?.value;
}

function isSendable(value: unknown): boolean {
  return value instanceof BaseException || isCloneable(value);
}

function unpackError(packed: PackedError | null): Error | null {
  if (packed === null) return null;
  const error = packed.type === null ? unpackNative(packed) : unpackOurs(packed, packed.type);
  for (const { key, value, isShown } of packed.fields) {
    defineHidden(error, key, unpackValues(value)[0]);
    if (isShown) Object.defineProperty(error, key, { enumerable: true });
  }
  const [cause, context] = [unpackValues(packed.cause)[0], unpackValues(packed.context)[0]];
  if (cause !== null && cause !== undefined) defineHidden(error, 'cause', cause);
  if (context !== null && context !== undefined) defineHidden(error, '__context__', context);
  if (packed.notes !== null) defineHidden(error, '__notes__', [...packed.notes]);
  // Where it was raised is told by the worker's own stack.
  defineHidden(error, 'stack', packed.stack);
  return error;
}

function unpackNative({ name, message }: PackedError): Error {
  const type = LANGUAGE.get(name) ?? Error;
  return Reflect.construct(type as new (message: string) => Error, [message]);
}

function unpackOurs(packed: PackedError, { module, name }: NonNullable<PackedError['type']>): Error {
  const known = packed.place === null ? undefined : importableAt(packed.place);
  const library = (module === 'asyncio' ? registered(name) : CONCURRENT[name]) ?? BaseException;
  const target = (known ?? library) as new (...args: never[]) => Error;
  const args = unpackValues(packed.args);
  let error: Error;
  if (packed.exceptions === null) {
    // The class's own constructor may want other arguments than `args`; its fields come along anyway.
    error = Reflect.construct(BaseException, args, target);
  } else {
    const group = new BaseExceptionGroup(packed.message, unpackValues(packed.exceptions) as Error[]);
    Object.setPrototypeOf(group, target.prototype as object);
    error = group;
  }
  if (known === undefined && packed.name !== name) defineHidden(error, 'name', packed.name);
  return error;
}
