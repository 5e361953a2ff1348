/** The managers that a test case enters: of Python's protocols, or of JavaScript's. */
import { TypeError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';

/** A synchronous context manager. @public */
export type ContextManager<T> =
  { __enter__(): T; __exit__(exc_type: unknown, exc: unknown, tb: unknown): unknown } | (T & Disposable);

interface Protocol {
  readonly enter: string;
  readonly exit: string;
  readonly dispose: symbol;
  readonly name: string;
}

export const SYNCHRONOUS: Protocol = {
  enter: '__enter__',
  exit: '__exit__',
  dispose: Symbol.dispose,
  name: 'context manager',
};

export const ASYNCHRONOUS: Protocol = {
  enter: '__aenter__',
  exit: '__aexit__',
  dispose: Symbol.asyncDispose,
  name: 'asynchronous context manager',
};

/** The two halves of a manager; `enter` is null if the manager itself is the value. */
interface Halves {
  readonly enter: (() => unknown) | null;
  readonly leave: () => unknown;
}

type Methods = Readonly<Record<string | symbol, unknown>>;

function methodOf(manager: unknown, name: string | symbol): ((...args: readonly unknown[]) => unknown) | null {
  if (manager === null || manager === undefined) return null;
  const method = (manager as Methods)[name];
  return typeof method === 'function' ? (...args) => Reflect.apply(method, manager, args) as unknown : null;
}

export function halvesOf(manager: unknown, protocol: Protocol): Halves {
  const enter = methodOf(manager, protocol.enter);
  const exit = methodOf(manager, protocol.exit);
  if (enter !== null && exit !== null) return { enter, leave: () => exit(null, null, null) };
  const dispose = methodOf(manager, protocol.dispose);
  if (dispose !== null) return { enter: null, leave: () => dispose() };
  throw new TypeError(`${repr(manager)} does not support the ${protocol.name} protocol`);
}
