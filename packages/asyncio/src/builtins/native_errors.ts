/** What native errors are in Python's terms. They are known by what they say of themselves, so realms don't matter. */

interface NativeError {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
}

/** Whether an object is an error of the language or the platform, of any realm. */
export function isNativeError(value: object): boolean {
  if (value instanceof Error) return true;
  const tag = Object.prototype.toString.call(value);
  return tag === '[object Error]' || tag === '[object DOMException]';
}

/** An object's own property; not that of a getter, which may refuse to be asked by a prototype. */
export function ownValue(owner: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(owner, key)?.value;
}

const LANGUAGE_CLASSES: ReadonlySet<string> = new Set(['TypeError', 'ReferenceError', 'RangeError', 'InternalError']);

/** The name that the class of a native error has in the language, also when the error is of a subclass of it. */
function languageClass(error: object): string {
  let owner = Object.getPrototypeOf(error) as object | null;
  for (; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    const name = ownValue(owner, 'name');
    if (typeof name === 'string' && LANGUAGE_CLASSES.has(name)) return name;
  }
  return 'Error';
}

/** V8 and JavaScriptCore throw a RangeError, SpiderMonkey an InternalError. */
function isStackOverflow(error: NativeError): boolean {
  const message = String(error.message);
  return message.startsWith('Maximum call stack size exceeded') || message === 'too much recursion';
}

/** Whether an error tells of a failed system call, as Node's do. */
export function isSystemError(error: object): error is { code: string; syscall: string } {
  const { code, syscall } = error as NativeError;
  return typeof code === 'string' && typeof syscall === 'string' && /^E(?!RR_)[A-Z0-9_]+$/.test(code);
}

/**
 * The name of the Python class that a native error is an instance of.
 *
 * @param classOfCode - The subclass of `OSError` for the code of a system error.
 */
export function nativeClassName(error: object, classOfCode: Readonly<Record<string, string>>): string {
  if (isSystemError(error)) return classOfCode[error.code] ?? 'OSError';
  switch (languageClass(error)) {
    case 'TypeError':
      return 'TypeError';
    case 'ReferenceError':
      return 'NameError';
    case 'RangeError':
    case 'InternalError':
      return isStackOverflow(error) ? 'RecursionError' : 'Exception';
    default:
      return 'Exception';
  }
}

/** The names that {@link nativeClassName} can give, beside those of system errors. */
export const NATIVE_CLASS_NAMES: ReadonlySet<string> = new Set([
  'Exception',
  'TypeError',
  'NameError',
  'RecursionError',
]);
