/** Functions that bring more with them than they show. */
import type { WorkerCall } from '../host/workers.js';

/** The arguments of `submit` as loops give them: with surroundings that aren't those of the code that submits. */
export class BoundCall {
  readonly #call: WorkerCall;

  constructor(call: WorkerCall) {
    this.#call = call;
  }

  /** The call behind a function that {@link BoundCall.asFunction} has made, or null. */
  static of(fn: unknown, args: readonly unknown[]): WorkerCall | null {
    const bound = typeof fn === 'function' ? functions.get(fn) : undefined;
    return bound === undefined ? null : { ...bound.#call, args };
  }

  /** A function that makes the call in this thread, for an executor of another kind. */
  asFunction(): (...args: unknown[]) => unknown {
    const { fn, context } = this.#call;
    const callable = fn as (...args: readonly unknown[]) => unknown;
    const bound = (...args: unknown[]): unknown =>
      context === null ? callable(...args) : context.run(callable, ...args);
    Object.defineProperty(bound, 'name', { value: fn.name });
    functions.set(bound, this);
    return bound;
  }
}

/** The bound calls, by the functions that stand for them. */
const functions = new WeakMap<object, BoundCall>();

/**
 * The function that a loop gives to a pool: it brings the loop along, which need not be running yet. A loop finds this
 * at the pool, by its mark, so that only who has pools needs it.
 */
export function boundToLoop(func: WorkerCall['fn'], loop: object): (...args: never[]) => unknown {
  if (BoundCall.of(func, []) !== null) return func;
  return new BoundCall({ fn: func, args: [], context: null, loop }).asFunction();
}
