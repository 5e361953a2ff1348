/** Groups of exceptions that happened together, and how they are taken apart. */
import { BaseException, Exception } from './base_exception.js';
import { markAsException, registerExceptions } from './exception_classes.js';
import { AttributeError, TypeError, ValueError, isExceptionClass } from './exceptions.js';
import { asTuple, defineHidden, isClass, typeName } from './repr.js';
import { isTrue } from './truth.js';

/** A class of exceptions, ours or native. @public */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any constructor will do: only `instanceof` is asked
export type ExceptionType<E extends Error = Error> = abstract new (...args: any[]) => E;

/** What picks exceptions out of a group: a class, several classes, or a function that is asked about each. @public */
export type ExceptionCondition = ExceptionType | readonly ExceptionType[] | ((error: Error) => unknown);

const NAMES: Readonly<Record<string, string>> = { NoneType: 'None' };

/** Checks a constructor's arguments as CPython does, and returns the exceptions. */
function checkArguments(args: readonly unknown[]): readonly Error[] {
  if (args.length !== 2) {
    const count = String(args.length);
    throw new TypeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${count} given)`);
  }
  const [message, exceptions] = args;
  if (typeof message !== 'string') {
    const type = typeName(message);
    throw new TypeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${NAMES[type] ?? type}`);
  }
  if (!Array.isArray(exceptions)) throw new TypeError('second argument (exceptions) must be a sequence');
  if (exceptions.length === 0) throw new ValueError('second argument (exceptions) must be a non-empty sequence');
  exceptions.forEach((exception: unknown, index) => {
    if (exception instanceof BaseException) return;
    throw new ValueError(`Item ${String(index)} of second argument (exceptions) is not an exception`);
  });
  return exceptions as readonly Error[];
}

/**
 * Several exceptions as one.
 *
 * Made of `Exception`s only, it becomes an {@link ExceptionGroup}.
 *
 * @remarks
 * **Python.** `BaseExceptionGroup`. Its `message` is the text that it was given; `asyncio.str(group)` tells the number
 * of exceptions as well.
 *
 * @example
 * ```ts
 * const group = new asyncio.BaseExceptionGroup('eg', [new asyncio.ValueError(1), new asyncio.KeyError('k')]);
 * group instanceof asyncio.ExceptionGroup; // => true
 * group.message; // => 'eg'
 * asyncio.str(group); // => 'eg (2 sub-exceptions)'
 * asyncio.repr(group.subgroup(asyncio.KeyError)); // => "ExceptionGroup('eg', [KeyError('k')])"
 * ```
 *
 * @public
 */
export class BaseExceptionGroup extends BaseException {
  /** The exceptions, in the order in which they were given. */
  declare readonly exceptions: readonly Error[];

  /**
   * Makes a group.
   *
   * @param message - The text.
   * @param exceptions - At least one exception.
   * @throws `TypeError` if an `ExceptionGroup` would hold something that is no `Exception`.
   */
  constructor(message: string, exceptions: readonly Error[], ...rest: unknown[]) {
    super(message, exceptions, ...rest);
    const checked = checkArguments(givenArguments(this.args));
    const onlyExceptions = checked.every((exception) => exception instanceof Exception);
    if (new.target === BaseExceptionGroup) {
      if (onlyExceptions) Object.setPrototypeOf(this, ExceptionGroup.prototype);
    } else if (!onlyExceptions && this instanceof ExceptionGroup) {
      const where = new.target === ExceptionGroup ? 'an ExceptionGroup' : `'${this.name}'`;
      throw new TypeError(`Cannot nest BaseExceptions in ${where}`);
    }
    // Enumerable, so that Node's `inspect` shows what the group holds.
    const value = asTuple([...checked]);
    Object.defineProperty(this, 'exceptions', { value, enumerable: true });
  }

  /** The text that the group was given. */
  override get message(): string {
    return String(this.args[0] ?? '');
  }

  override set message(_value: string) {
    throw new AttributeError('readonly attribute');
  }

  /** The message and the number of exceptions. */
  override __str__(): string {
    const count = this.exceptions.length;
    return `${this.message} (${String(count)} sub-exception${count === 1 ? '' : 's'})`;
  }

  override toString(): string {
    return this.__str__();
  }

  /**
   * A group of the same kind with other exceptions: what `split` and `subgroup` build their results with. A subclass
   * that wants to stay itself overrides it.
   *
   * @param exceptions - The exceptions of the new group.
   */
  derive(exceptions: readonly Error[]): BaseExceptionGroup {
    return new BaseExceptionGroup(this.message, exceptions);
  }

  /**
   * The part of the group that meets a condition, with its nesting kept; null if there is none.
   *
   * @param condition - A class, an array of classes, or a function that is asked about each exception and group.
   */
  subgroup(condition: ExceptionCondition): BaseExceptionGroup | null {
    return splitGroup(this, compileCondition(condition))[0];
  }

  /**
   * Divides the group: the part that meets a condition and the rest, each null if empty.
   *
   * @param condition - A class, an array of classes, or a function that is asked about each exception and group.
   */
  split(condition: ExceptionCondition): [matched: BaseExceptionGroup | null, rest: BaseExceptionGroup | null] {
    return splitGroup(this, compileCondition(condition));
  }
}

/** Missing arguments arrive as `undefined`, but were not given. */
function givenArguments(args: readonly unknown[]): readonly unknown[] {
  let count = args.length;
  while (count > 0 && args[count - 1] === undefined) count--;
  return args.slice(0, count);
}

/**
 * Several `Exception`s as one; it is an `Exception` itself.
 *
 * @remarks
 * **Python.** `ExceptionGroup`. `instanceof asyncio.Exception` is true, although the class extends
 * `BaseExceptionGroup`: JavaScript has single inheritance.
 *
 * @example
 * ```ts
 * const group = new asyncio.ExceptionGroup('two of them', [new asyncio.OSError(), new asyncio.KeyError('k')]);
 * group instanceof asyncio.Exception; // => true
 * const [found, rest] = group.split(asyncio.OSError);
 * [found?.exceptions.length, rest?.exceptions.length]; // => [1, 1]
 * ```
 *
 * @public
 */
export class ExceptionGroup extends BaseExceptionGroup {}

registerExceptions({ BaseExceptionGroup, ExceptionGroup });
markAsException(ExceptionGroup);

const EXPECTED = 'expected an exception type, a tuple of exception types, or a callable (other than a class)';

function compileCondition(condition: ExceptionCondition): (error: Error) => boolean {
  if (isExceptionClass(condition)) return (error) => error instanceof condition;
  if (Array.isArray(condition)) {
    const types = condition as readonly ExceptionType[];
    if (!types.every(isExceptionClass)) throw new TypeError(EXPECTED);
    return (error) => types.some((type) => error instanceof type);
  }
  if (typeof condition !== 'function' || isClass(condition)) throw new TypeError(EXPECTED);
  const predicate = condition as (error: Error) => unknown;
  return (error) => isTrue(predicate(error));
}

/** A group of some of a group's exceptions, with all that is known of the original besides. */
function deriveFrom(group: BaseExceptionGroup, exceptions: readonly Error[]): BaseExceptionGroup | null {
  if (exceptions.length === 0) return null;
  const derived: unknown = group.derive(exceptions);
  if (!(derived instanceof BaseExceptionGroup)) {
    throw new TypeError('derive must return an instance of BaseExceptionGroup');
  }
  // The stack is what Python's traceback is. Reading it is dear, so that is left to who wants it.
  Object.defineProperty(derived, 'stack', {
    get: () => group.stack,
    set: (value: unknown) => {
      defineHidden(derived, 'stack', value);
    },
    configurable: true,
    enumerable: false,
  });
  if (group.__traceback__ !== null) derived.__traceback__ = group.__traceback__;
  if (group.__context__ !== null) derived.__context__ = group.__context__;
  derived.__cause__ = group.__cause__;
  const notes: unknown = group.__notes__;
  if (Array.isArray(notes)) derived.__notes__ = [...(notes as string[])];
  return derived;
}

type Halves = [matched: BaseExceptionGroup | null, rest: BaseExceptionGroup | null];

/** Divides a group; a group that meets the condition as a whole isn't entered. */
function splitGroup(group: BaseExceptionGroup, matches: (error: Error) => boolean): Halves {
  return matches(group) ? [group, null] : splitMembers(group, matches);
}

function splitMembers(group: BaseExceptionGroup, matches: (error: Error) => boolean): Halves {
  const matched: Error[] = [];
  const rest: Error[] = [];
  for (const exception of group.exceptions) {
    if (exception instanceof BaseExceptionGroup) {
      const [inner, outer] = splitGroup(exception, matches);
      if (inner !== null) matched.push(inner);
      if (outer !== null) rest.push(outer);
    } else {
      (matches(exception) ? matched : rest).push(exception);
    }
  }
  return [deriveFrom(group, matched), deriveFrom(group, rest)];
}

function collectLeaves(error: Error, leaves: Set<Error>): void {
  if (error instanceof BaseExceptionGroup) for (const inner of error.exceptions) collectLeaves(inner, leaves);
  else leaves.add(error);
}

/** The part of a group whose single exceptions occur in one of `parts`, in the group's own order and nesting. */
export function projectGroup(group: BaseExceptionGroup, parts: readonly Error[]): BaseExceptionGroup | null {
  const leaves = new Set<Error>();
  for (const part of parts) collectLeaves(part, leaves);
  return splitMembers(group, (error) => leaves.has(error))[0];
}
