/**
 * The root of Python's exceptions.
 *
 * Two things are special here; `exception_classes.ts` has a third, what `instanceof` means.
 *
 * - **No stack where none is wanted.** Making a native error takes microseconds, nearly all of it for the stack;
 *   throwing a ready object takes a fraction of one. Exceptions that are control flow (`CancelledError`,
 *   `StopIteration`, `QueueEmpty`, …) are therefore plain objects that inherit from `Error.prototype`, unless
 *   {@link setStackCapture} says otherwise. So that classes need to know nothing of that, the super class that
 *   {@link BaseException} really has is {@link ErrorMaker}, which decides by the class that is being constructed.
 * - **Texts are made when they are read.** `message` and `name` are accessors of the prototype, as `str(e)` in Python
 *   follows `args`; most engines read them when they format the stack, which is later than the constructor. Where the
 *   head of a stack is written sooner, our own accessor writes it anew.
 */
import { isCounterpart, registerExceptions, registered } from './exception_classes.js';
import { INSPECT, defineHidden, isPlainObject, repr, reprTuple, str, typeName } from './repr.js';

let captureAlways = false;

/** Whether exceptions that are control flow record their stack too, as they do in debug mode. */
export function setStackCapture(on: boolean): void {
  captureAlways = on;
}

/** What {@link BaseException} calls as `super()`: makes an error with a stack, or a plain object without one. */
class ErrorMaker extends Error {
  constructor() {
    const target = new.target as unknown as typeof BaseException;
    if (target.stackless && !captureAlways) return Object.create(target.prototype) as ErrorMaker;
    super();
    // Without a property of its own the accessor of `BaseException.prototype` is asked.
    if (hasEarlyHeads()) delete this.stack;
  }
}

// SpiderMonkey has the stack in an accessor of the prototype, and writes no head above it.
const inherited = Object.getOwnPropertyDescriptor(Error.prototype, 'stack');
// V8 gives each error the same accessor, since Node 22, which also answers when it is no longer there.
const own = Object.getOwnPropertyDescriptor(new Error(), 'stack');
// Older V8s, and JavaScriptCore, have no accessor.
const accessor: PropertyDescriptor | undefined = inherited ?? own;

let earlyHeads: boolean | undefined;

/** Whether the head of a stack is written when the error is made, as in newer V8s: then only the class is known. */
function hasEarlyHeads(): boolean {
  // Asked when there is an error, and not before: formatting a stack may mean reading source maps.
  return (earlyHeads ??= accessor?.get !== undefined && ignoresLateMessages());
}

function ignoresLateMessages(): boolean {
  const probe = new Error();
  probe.message = 'late';
  return /^Error(?!: late)/.test(probe.stack ?? '');
}

/** Whether something thrown is an error that has recorded where it was made. */
export function recordsStack(thrown: unknown): thrown is Error {
  if (!(thrown instanceof Error)) return false;
  return captureAlways || (thrown.constructor as Partial<typeof BaseException>).stackless !== true;
}

/** The frames that were recorded with an error that has no stack of its own; empty if there are none. */
function recordedFrames(error: Error): string {
  const recorded: unknown = accessor?.get?.call(error);
  if (typeof recorded !== 'string') return '';
  return hasEarlyHeads() ? recorded.replace(/^.*\n?/, '') : recorded;
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
    const head = message === '' ? this.name : `${this.name}: ${message}`;
    const frames = recordedFrames(this);
    return frames === '' ? head : `${head}\n${frames}`;
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
    if (typeof note !== 'string') {
      const type = note === null || note === undefined ? 'None' : typeName(note);
      throw typeError(`add_note() argument must be str, not ${type}`);
    }
    const notes: unknown = this.__notes__;
    if (notes === undefined) this.__notes__ = [note];
    else if (Array.isArray(notes)) notes.push(note);
    else throw typeError('Cannot add note: __notes__ is not a list');
  }

  /** Sets `__traceback__` and returns the exception itself. */
  with_traceback(tb: unknown): this {
    this.__traceback__ = tb;
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
  const hasStack = Object.hasOwn(this, 'stack') || recordedFrames(this) !== '';
  const isBare = !hasStack && !Object.hasOwn(this, 'cause') && Object.keys(this).length === 0;
  return isBare ? `[${this.stack}]` : this;
});

// `super()` looks up the constructor's prototype when it runs: from here on it calls `ErrorMaker`.
Object.setPrototypeOf(BaseException, ErrorMaker);

/** A `TypeError`, for the files that that class is built on. */
export function typeError(message: string): Error {
  const exceptionClass = (registered('TypeError') ?? BaseException) as typeof BaseException;
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
 * @example
 * Write `except Exception` as `instanceof`; a cancellation passes.
 * ```ts
 * const errors = [new Error('native'), new asyncio.ValueError('ours'), new asyncio.CancelledError()];
 * errors.map((error) => error instanceof asyncio.Exception); // => [true, true, false]
 * ```
 *
 * @public
 */
export class Exception extends BaseException {}

registerExceptions({ BaseException, Exception });
