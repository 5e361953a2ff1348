/**
 * The library's exception classes by name, and what `instanceof` means for them.
 *
 * Every native error of any realm is an `Exception`, and some have a more exact counterpart; and the same classes of
 * another copy of the library count as ours, which a brand on their prototypes tells.
 */
import { NATIVE_CLASS_NAMES, isNativeError, nativeClassName } from './native_errors.js';
import { defineHidden } from './repr.js';

interface ExceptionClass {
  readonly prototype: object;
}

/** Marks the prototype of each class of the library, in every copy of it, with the class's name. */
const BRAND: unique symbol = Symbol.for('asyncio-ts.exception') as never;

/** Marks the prototypes of groups that are exceptions too, since JavaScript has single inheritance. */
const ALSO_EXCEPTION: unique symbol = Symbol.for('asyncio-ts.exception.also') as never;

// The library's classes, and whether native errors can be instances of them.
const libraryClasses = new Map<unknown, boolean>();
const byName = new Map<string, ExceptionClass>();
// The two classes that all native errors are instances of. The first thing that is registered is these.
let rootClass: ExceptionClass = Object;
let exceptionRoot: ExceptionClass = Object;
// The classes of system errors. Whoever has none of these classes needn't know their codes.
let classOfCode: Readonly<Record<string, string>> = {};

/**
 * Makes classes known as Python's built-in ones (or those of `module`): for `instanceof`, and so that their names
 * survive a minifier.
 *
 * @param codes - For `OSError` and its subclasses: which of them a system error is, by its code.
 */
export function registerExceptions(
  named: Readonly<Record<string, ExceptionClass>>,
  module = 'builtins',
  codes?: Readonly<Record<string, string>>,
): void {
  if (codes !== undefined) classOfCode = codes;
  for (const [name, exceptionClass] of Object.entries(named)) {
    Object.defineProperty(exceptionClass, 'name', { value: name, configurable: true });
    defineHidden(exceptionClass, '__module__', module);
    defineHidden(exceptionClass.prototype, BRAND, name);
    byName.set(name, exceptionClass);
    libraryClasses.set(exceptionClass, false);
    if (name === 'BaseException') rootClass = exceptionClass;
    if (name === 'Exception') exceptionRoot = exceptionClass;
    if (codes === undefined && !NATIVE_CLASS_NAMES.has(name)) continue;
    for (let owner: unknown = exceptionClass; libraryClasses.has(owner); owner = Object.getPrototypeOf(owner)) {
      libraryClasses.set(owner, true);
    }
  }
}

/** The class that was registered under a name. */
export function registered(name: string): ExceptionClass | undefined {
  return byName.get(name);
}

/** Makes the instances of a class that doesn't extend `Exception` instances of it all the same. */
export function markAsException(exceptionClass: ExceptionClass): void {
  defineHidden(exceptionClass.prototype, ALSO_EXCEPTION, true);
}

function prototypeOf(value: object): object | null {
  return Object.getPrototypeOf(value) as object | null;
}

/** Whether `value` is an instance of a class with the brand that `exceptionClass` has: that of another copy. */
function isBranded(exceptionClass: ExceptionClass, value: object): boolean {
  const brand: unknown = (exceptionClass.prototype as Record<symbol, unknown>)[BRAND];
  for (let owner = prototypeOf(value); owner !== null; owner = prototypeOf(owner)) {
    if (Object.hasOwn(owner, BRAND) && (owner as Record<symbol, unknown>)[BRAND] === brand) return true;
  }
  return false;
}

/** `instanceof` for what doesn't inherit from the class: a native error, or an exception of another copy. */
export function isCounterpart(exceptionClass: ExceptionClass, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (exceptionClass === exceptionRoot && ALSO_EXCEPTION in value) return true;
  // Whatever is ours has been recognised by its prototypes already.
  if (Object.prototype.isPrototypeOf.call(rootClass.prototype, value)) return false;
  const hasNative = libraryClasses.get(exceptionClass);
  // A user's class has only its own instances.
  if (hasNative === undefined) return false;
  if (BRAND in value) return isBranded(exceptionClass, value);
  if (!hasNative || !isNativeError(value)) return false;
  if (exceptionClass === exceptionRoot || exceptionClass === rootClass) return true;
  const counterpart = byName.get(nativeClassName(value, classOfCode));
  if (counterpart === undefined) return false;
  return counterpart === exceptionClass || Object.prototype.isPrototypeOf.call(exceptionClass, counterpart);
}
