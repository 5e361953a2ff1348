/**
 * Callbacks that objects hand out, under the names that CPython has for them.
 *
 * V8 puts a function that is written straight into a property (`this.f = () => …`, `{ f: () => … }`) into the old
 * generation, and takes a slow way to do it. There it outlives its use until the next full collection, and everything
 * that it holds does too, such as all the tasks of a `gather`. An argument of a call is made like any other object.
 */

/** Gives a callback the name by which reports know it. */
export function callbackNamed<F extends (...args: never[]) => unknown>(name: string, callback: F): F {
  (callback as F & { __qualname__: string }).__qualname__ = name;
  return callback;
}
