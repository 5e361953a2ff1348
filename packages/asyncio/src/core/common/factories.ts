import { notCallable } from '../../builtins/argument_errors.js';
import { TypeError } from '../../builtins/exceptions.js';

/** Calls a factory, or makes an instance of it when it is a class. */
export function callFactory(factory: unknown, args: readonly unknown[]): unknown {
  if (typeof factory !== 'function') throw new TypeError(notCallable(factory));
  if (/^class\b/.test(Function.prototype.toString.call(factory))) {
    return new (factory as new (...given: readonly unknown[]) => unknown)(...args);
  }
  return (factory as (...given: readonly unknown[]) => unknown)(...args);
}
