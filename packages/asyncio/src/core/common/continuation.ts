/**
 * What `then` of a future or coroutine returns, and the bridge to a native `async` body that waits.
 *
 * `await x` in a native body calls `x.then(resolve, reject)` and throws the result away, so a promise per await would
 * be wasted: the continuation keeps the two functions, calls the right one when the time comes, and turns into a real
 * promise only for somebody who goes on with `.then` or `.catch`.
 */

type Fulfilled<T, R> = ((value: T) => R | PromiseLike<R>) | null | undefined;
type Rejected<R> = ((reason: unknown) => R | PromiseLike<R>) | null | undefined;

const RESOLVED: Promise<void> = Promise.resolve();

/** Calls back when the microtasks that stand in the queue now have run. */
export function afterMicrotask(callback: () => void): void {
  void RESOLVED.then(callback);
}

/** Tells of the end of a body that JavaScript runs itself. */
export function whenSettled(
  start: () => PromiseLike<unknown>,
  fulfilled: (value: unknown) => void,
  rejected: (reason: unknown) => void,
): void {
  let promise: PromiseLike<unknown>;
  try {
    promise = start();
    // A thenable may throw, call back twice, or give another one: the engine knows how to take that.
    if (!(promise instanceof Promise)) promise = Promise.resolve(promise);
  } catch (error) {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever was thrown
    promise = Promise.reject(error);
  }
  promise.then(fulfilled, rejected);
}

/** A continuation as the task sees it. */
export interface Settler {
  /** Goes on with a value, at once. */
  resolve(value: unknown): void;
  /** Goes on with an error, at once. */
  reject(reason: unknown): void;
  /** Goes on with a value in a microtask of its own, since `then` never calls back before it returns. */
  resolveSoon(value: unknown): void;
  /** Goes on with an error in a microtask of its own. */
  rejectSoon(reason: unknown): void;
}

export class Continuation<T, R1 = T, R2 = never> implements Promise<R1 | R2>, Settler {
  readonly [Symbol.toStringTag]: string = 'Promise';
  readonly #onFulfilled: Fulfilled<T, R1>;
  readonly #onRejected: Rejected<R2>;
  #promise: Promise<R1 | R2> | null = null;
  #resolve: ((value: R1 | R2 | PromiseLike<R1 | R2>) => void) | null = null;
  #reject: ((reason: unknown) => void) | null = null;
  #settled = false;
  #value: R1 | R2 | PromiseLike<R1 | R2> | undefined;

  constructor(onFulfilled: Fulfilled<T, R1>, onRejected: Rejected<R2>) {
    this.#onFulfilled = onFulfilled;
    this.#onRejected = onRejected;
  }

  resolve(value: T): void {
    const callback = this.#onFulfilled;
    try {
      this.#settle(typeof callback === 'function' ? callback(value) : (value as unknown as R1));
    } catch (error) {
      this.#fail(error);
    }
  }

  reject(reason: unknown): void {
    const callback = this.#onRejected;
    if (typeof callback !== 'function') {
      this.#fail(reason);
      return;
    }
    try {
      this.#settle(callback(reason));
    } catch (error) {
      this.#fail(error);
    }
  }

  resolveSoon(value: T): void {
    void RESOLVED.then(() => {
      this.resolve(value);
    });
  }

  rejectSoon(reason: unknown): void {
    void RESOLVED.then(() => {
      this.reject(reason);
    });
  }

  then<A = R1 | R2, B = never>(onFulfilled?: Fulfilled<R1 | R2, A>, onRejected?: Rejected<B>): Promise<A | B> {
    return this.#materialise().then(onFulfilled, onRejected);
  }

  catch<B = never>(onRejected?: Rejected<B>): Promise<R1 | R2 | B> {
    return this.#materialise().catch(onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<R1 | R2> {
    return this.#materialise().finally(onFinally);
  }

  #materialise(): Promise<R1 | R2> {
    this.#promise ??= this.#settled
      ? Promise.resolve(this.#value as R1 | R2)
      : new Promise<R1 | R2>((resolve, reject) => {
          this.#resolve = resolve;
          this.#reject = reject;
        });
    return this.#promise;
  }

  #settle(value: R1 | R2 | PromiseLike<R1 | R2>): void {
    this.#settled = true;
    if (this.#resolve !== null) this.#resolve(value);
    else this.#value = value;
  }

  #fail(reason: unknown): void {
    this.#settled = true;
    if (this.#reject !== null) this.#reject(reason);
    // Nobody goes on from here: a rejected promise of the host reports the error, as for any promise.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever was thrown
    else this.#promise = Promise.reject(reason);
  }
}
