/**
 * The root of Python's exceptions, and what `instanceof` means for them.
 *
 * Three things are special here:
 *
 * - **No stack where none is wanted.** Making a native error takes microseconds, nearly all of it for the stack; throwing
 *   a ready object takes a fraction of one. Exceptions that are control flow (`CancelledError`, `StopIteration`,
 *   `QueueEmpty`, …) are therefore plain objects that inherit from `Error.prototype`, unless {@link setStackCapture} says
 *   otherwise. So that classes need to know nothing of that, the super class that {@link BaseException} really has is
 *   {@link makeError}, which decides by the class that is being constructed.
 * - **Texts are made when they are read.** `message` and `name` are accessors of the prototype, as `str(e)` in Python
 *   follows `args`; engines read them when they format the stack, which is later than the constructor.
 * - **`instanceof` knows native errors.** Every native error of any realm is an `Exception`, and some have a more exact
 *   counterpart; and the same classes of another copy of the library count as ours.
 */
import { NATIVE_CLASS_NAMES, isNativeError, nativeClassName } from './native_errors.js';
import { INSPECT, defineHidden, isPlainObject, repr, reprTuple, str, typeName } from './repr.js';

type ExceptionClass = typeof BaseException;

/** Marks the prototype of each class of the library, in every copy of it, with the class's name. */
const BRAND: unique symbol = Symbol.for('asyncio-ts.exception') as never;

/** Marks the prototypes of groups that are exceptions too, since JavaScript has single inheritance. */
const ALSO_EXCEPTION: unique symbol = Symbol.for('asyncio-ts.exception.also') as never;

const classes = new Map<string, ExceptionClass>();
// The library's classes, and whether native errors can be instances of them.
const libraryClasses = new Map<unknown, boolean>();

/**
 * Makes classes known as Python's built-in ones (or those of `module`): for `instanceof`, and so that their names
 * survive a minifier.
 */
export function registerExceptions(named: Readonly<Record<string, unknown>>, module = 'builtins'): void {
  for (const [name, value] of Object.entries(named)) {
    const exceptionClass = value as ExceptionClass;
    Object.defineProperty(exceptionClass, 'name', { value: name, configurable: true });
    defineHidden(exceptionClass, '__module__', module);
    defineHidden(exceptionClass.prototype, BRAND, name);
    classes.set(name, exceptionClass);
    libraryClasses.set(exceptionClass, false);
    if (!NATIVE_CLASS_NAMES.has(name)) continue;
    for (let owner: unknown = exceptionClass; libraryClasses.has(owner); owner = Object.getPrototypeOf(owner)) {
      libraryClasses.set(owner, true);
    }
  }
}

/** Makes the instances of a class that doesn't extend {@link Exception} instances of it all the same. */
export function markAsException(exceptionClass: { readonly prototype: object }): void {
  defineHidden(exceptionClass.prototype, ALSO_EXCEPTION, true);
}

let captureAlways = false;

/** Whether exceptions that are control flow record their stack too, as they do in debug mode. */
export function setStackCapture(on: boolean): void {
  captureAlways = on;
}

function makeError(): object | undefined {
  const target = new.target as unknown as ExceptionClass;
  // Returning nothing keeps the plain object that the engine has made from the class's prototype.
  return captureAlways || !target.stackless ? (Reflect.construct(Error, [], target) as object) : undefined;
}

/** Whether a value inherits from this copy's root. */
function isOurs(value: object): boolean {
  return Object.prototype.isPrototypeOf.call(BaseException.prototype, value);
}

/** Whether `value` is an instance of a class with the brand that `exceptionClass` has: that of another copy. */
function isBranded(exceptionClass: ExceptionClass, value: object): boolean {
  const brand: unknown = (exceptionClass.prototype as unknown as Record<symbol, unknown>)[BRAND];
  for (let owner = prototypeOf(value); owner !== null; owner = prototypeOf(owner)) {
    if (Object.hasOwn(owner, BRAND) && (owner as Record<symbol, unknown>)[BRAND] === brand) return true;
  }
  return false;
}

/** The prototype, typed. */
export function prototypeOf(value: object): object | null {
  return Object.getPrototypeOf(value) as object | null;
}

/** `instanceof` for what doesn't inherit from the class: a native error, or an exception of another copy. */
function isCounterpart(exceptionClass: ExceptionClass, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (exceptionClass === Exception && ALSO_EXCEPTION in value) return true;
  if (isOurs(value)) return false;
  const hasNative = libraryClasses.get(exceptionClass);
  // A user's class has only its own instances.
  if (hasNative === undefined) return false;
  if (BRAND in value) return isBranded(exceptionClass, value);
  if (!hasNative || !isNativeError(value)) return false;
  if (exceptionClass === Exception || exceptionClass === BaseException) return true;
  const counterpart = classes.get(nativeClassName(value));
  if (counterpart === undefined) return false;
  return counterpart === exceptionClass || Object.prototype.isPrototypeOf.call(exceptionClass, counterpart);
}

/** `{ cause: e }` after the first argument is what `raise … from e` is in Python, and what native errors take. */
function isCauseOption(value: unknown): value is { cause: unknown } {
  if (!isPlainObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === 'cause' && (value.cause === null || value.cause instanceof BaseException);
}

/**
 * The root of all exceptions.
 *
 * @remarks
 * **Python.** `BaseException`. `instanceof BaseException` is true of whatever `except BaseException` would see: native
 * errors too. `e.message` and `String(e)` are Python's `str(e)`, `repr(e)` is Python's repr, `e.cause` is `__cause__`.
 * Arguments are taken as in Python; an object of the form `{ cause: error }` after the first one sets the cause, as
 * `raise … from error` does.
 *
 * @example
 * ```ts
 * const error = new asyncio.ValueError('no', 1);
 * error.args; // => ['no', 1]
 * String(error); // => "('no', 1)"
 * asyncio.repr(error); // => "ValueError('no', 1)"
 * new TypeError() instanceof asyncio.Exception; // => true
 * ```
 *
 * @public
 */
export class BaseException extends Error {
  /**
   * Whether instances are made without a JavaScript stack, which is much faster. A class of your own that serves as
   * control flow may set it; in debug mode the stack is recorded all the same.
   */
  static readonly stackless: boolean = false;

  /** Whether a value is an exception of this class; knows native errors and other realms. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.isPrototypeOf.call(this.prototype, value as object) || isCounterpart(this, value);
  }

  #args: unknown[];

  /** Makes the exception; the arguments become `args`. */
  constructor(...args: unknown[]) {
    super();
    if (args.length > 1) {
      const last = args[args.length - 1];
      if (isCauseOption(last)) {
        args.pop();
        this.__cause__ = last.cause;
      }
    }
    this.#args = args;
  }

  /** The arguments it was made with. */
  get args(): unknown[] {
    return #args in this ? this.#args : [];
  }

  set args(values: Iterable<unknown>) {
    this.#args = Array.from(values);
  }

  /** The name of the class. */
  override get name(): string {
    return this.constructor.name;
  }

  override set name(value: string) {
    defineHidden(this, 'name', value);
  }

  /** Python's `str(e)`. */
  override get message(): string {
    return this.__str__();
  }

  override set message(value: string) {
    defineHidden(this, 'message', value);
  }

  /** Where it was made, headed by its name and message; only the head if no stack was recorded. */
  override get stack(): string {
    const message = this.message;
    return message === '' ? this.name : `${this.name}: ${message}`;
  }

  override set stack(value: string) {
    defineHidden(this, 'stack', value);
  }

  /** The exception that this one was raised from, or null; the same as `cause`. Setting it suppresses the context. */
  get __cause__(): unknown {
    return this.cause ?? null;
  }

  set __cause__(value: unknown) {
    checkChained(value, 'cause');
    // Without a cause there is no property, for Node's `inspect` shows even an undefined one.
    if (value === null || value === undefined) delete this.cause;
    else defineHidden(this, 'cause', value);
    this.__suppress_context__ = true;
  }

  /** The exception that was being handled when the library raised this one, or null. */
  get __context__(): unknown {
    return null;
  }

  set __context__(value: unknown) {
    checkChained(value, 'context');
    defineHidden(this, '__context__', value ?? null);
  }

  /** Whether reports leave out the context, since there is a cause. */
  get __suppress_context__(): boolean {
    return false;
  }

  set __suppress_context__(value: boolean) {
    if (typeof value !== 'boolean') throw typeError('attribute value type must be bool');
    defineHidden(this, '__suppress_context__', value);
  }

  /** The notes that were added; undefined before the first. */
  get __notes__(): string[] | undefined {
    return undefined;
  }

  set __notes__(value: string[] | undefined) {
    defineHidden(this, '__notes__', value);
  }

  /** What {@link BaseException.with_traceback} was given, or null; JavaScript keeps its own in `stack`. */
  get __traceback__(): unknown {
    return null;
  }

  set __traceback__(value: unknown) {
    defineHidden(this, '__traceback__', value ?? null);
  }

  /** Adds a note, a text that reports show after the message. */
  add_note(note: string): void {
    if (typeof note !== 'string') throw typeError(`note must be a str, not '${typeName(note)}'`);
    const notes: unknown = this.__notes__;
    if (notes === undefined) this.__notes__ = [note];
    else if (Array.isArray(notes)) notes.push(note);
    else throw typeError('Cannot add note: __notes__ is not a list');
  }

  /** Sets `__traceback__` and returns the exception itself. */
  with_traceback(traceback: unknown): this {
    this.__traceback__ = traceback;
    return this;
  }

  /** Python's `str(e)`: nothing, the only argument, or all of them. */
  __str__(): string {
    const args = this.args;
    if (args.length === 0) return '';
    return args.length === 1 ? str(args[0]) : reprTuple(args);
  }

  /** Python's `repr(e)`: the class and its arguments. */
  __repr__(): string {
    return `${this.constructor.name}(${this.args.map(repr).join(', ')})`;
  }

  /** Python's `str(e)`. */
  override toString(): string {
    return this.message;
  }
}

// Node takes an object without a recorded stack for an error only if it is of its own realm, which it isn't under Jest.
defineHidden(BaseException.prototype, INSPECT, function inspect(this: BaseException): unknown {
  const isBare = !Object.hasOwn(this, 'stack') && !Object.hasOwn(this, 'cause') && Object.keys(this).length === 0;
  return isBare ? `[${this.stack}]` : this;
});

// `super()` looks up the constructor's prototype when it runs: from here on it calls `makeError`.
Object.setPrototypeOf(makeError, Error);
Object.setPrototypeOf(BaseException, makeError);

/** A `TypeError`, for the files that that class is built on. */
export function typeError(message: string): Error {
  const exceptionClass = classes.get('TypeError') ?? BaseException;
  return new exceptionClass(message);
}

function checkChained(value: unknown, role: 'cause' | 'context'): void {
  if (value === null || value === undefined || value instanceof BaseException) return;
  throw typeError(`exception ${role} must be None or derive from BaseException`);
}

/**
 * What `except Exception` catches: every error but those that end a task or a program.
 *
 * @remarks
 * **Python.** `Exception`. `instanceof Exception` is true of every native error, and false of `CancelledError`,
 * `KeyboardInterrupt`, `SystemExit` and `GeneratorExit`.
 *
 * @public
 */
export class Exception extends BaseException {}

registerExceptions({ BaseException, Exception });
