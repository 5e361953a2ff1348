/** The arguments of the scheduling methods, and what is wrong with them. */
import { TypeError } from '../../builtins/exceptions.js';
import { missing } from '../../builtins/argument_errors.js';
import { isKeywords, type Signature } from '../../builtins/arguments.js';
import { repr } from '../../builtins/repr.js';
import { Context } from '../../contextvars/context.js';
import { makesCoroutines } from '../tasks/coroutine_functions.js';
import { Coroutine } from '../coroutines/coroutines.js';

/** The trailing `{ context }` of scheduling methods; it is taken off the arguments. */
export function takeContext(args: unknown[]): Context | null {
  // Not even a look at what isn't there: engines are slow at that.
  if (args.length === 0) return null;
  const last = args[args.length - 1];
  if (typeof last !== 'object' || last === null || !isKeywords(last)) return null;
  const context = (last as { context?: unknown }).context;
  if (!(context instanceof Context) || Object.keys(last).length !== 1) return null;
  args.pop();
  return context;
}

/** The only argument of a call that has `count` of them. */
export function onlyArgument(parameters: Signature, count: number, argument: unknown): unknown {
  return parameters.bind(count === 0 ? [] : [argument])[0];
}

/** Refuses a call that lacks some of the parameters that must be given. */
export function checkGiven(count: number, method: string, ...required: string[]): void {
  if (count < required.length) {
    throw new TypeError(missing(`BaseEventLoop.${method}`, required.slice(count)));
  }
}

export function checkCallback(callback: unknown, method: string): void {
  if (callback instanceof Coroutine || makesCoroutines(callback)) {
    throw new TypeError(`coroutines cannot be used with ${method}()`);
  }
  if (typeof callback !== 'function') {
    throw new TypeError(`a callable object was expected by ${method}(), got ${repr(callback)}`);
  }
}
