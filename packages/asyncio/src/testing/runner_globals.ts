/** What a test runner puts into the global scope. */
import { RuntimeError } from '../builtins/exceptions.js';

export type AnyFunction = (...args: never[]) => unknown;

/** The runner's function of that name. */
export function globalFunction(name: 'describe' | 'test'): AnyFunction {
  const found = (globalThis as Readonly<Record<string, unknown>>)[name];
  if (typeof found === 'function') return found as AnyFunction;
  const cure = name === 'test' ? 'wrap_test(test)' : 'register({ describe, test })';
  throw new RuntimeError(
    `the test runner has put no '${name}' into the global scope: import its own, and hand it over with ${cure}`,
  );
}
