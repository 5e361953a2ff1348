/** A result that comes later, for all who ask for it. */
import type { Outcome } from '../host/network.js';

export class Deferred<T> {
  #asking: Outcome<T>[] | null = [];
  #error: Error | null = null;
  #result: T | null = null;

  /** The result; null if it hasn't come, or is an error. */
  get result(): T | null {
    return this.#result;
  }

  /** Why there will be none. */
  get error(): Error | null {
    return this.#error;
  }

  settle(error: Error | null, result: T | null): void {
    const asking = this.#asking ?? [];
    this.#asking = null;
    this.#error = error;
    this.#result = result;
    for (const outcome of asking) outcome(error, result);
  }

  ask(outcome: Outcome<T>): void {
    if (this.#asking === null) outcome(this.#error, this.#result);
    else this.#asking.push(outcome);
  }
}
