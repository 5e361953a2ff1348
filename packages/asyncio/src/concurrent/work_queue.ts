/**
 * The work of an executor: calls wait, in the order in which they came, until a worker is free.
 *
 * A call is given to the pool only then, so that until then its future can be cancelled. Workers live until the
 * executor is shut down, or forgotten.
 */
import { RuntimeError, TypeError } from '../builtins/exceptions.js';
import { notCallable } from '../builtins/argument_errors.js';
import { Ring } from '../builtins/ring.js';
import { defaultHost } from '../host/registry.js';
import { workers, type Call, type Outcome, type Pool, type PoolOptions, type WorkerCall } from '../host/workers.js';
import { BoundCall } from './bound_call.js';
import { Future, logger } from './future.js';

/** What an executor is called in its errors, and the class of these. */
export interface Trouble {
  readonly Broken: new (message: string, options?: { readonly cause: Error }) => Error;
  /** Of an executor whose worker couldn't be set up, and of its calls. */
  readonly initializerFailed: readonly [executor: string, calls: string];
  /** Of an executor whose worker has died. */
  readonly died: string;
  /** Of the calls that the worker has left unfinished. */
  readonly interrupted: string;
}

interface Item {
  readonly call: WorkerCall;
  readonly future: Future<unknown>;
}

/** Whether the process is about to end. */
let exiting = false;
let watchesExit = false;

function watchExit(): void {
  if (watchesExit) return;
  watchesExit = true;
  defaultHost().on_exit(() => {
    exiting = true;
  });
}

/** Ends the workers of an executor that nobody can reach any more. */
const forgotten = new FinalizationRegistry<Pool>((pool) => {
  void pool.close();
});

export class WorkQueue {
  readonly #options: Omit<PoolOptions, 'onDeath'>;
  readonly #trouble: Trouble;
  #pool: Pool | null = null;
  readonly #waiting = new Ring<Item>();
  readonly #running = new Set<Item>();
  #broken: string | null = null;
  #shutDown = false;
  #closing = false;
  readonly #closed: Promise<void>;
  #isClosed: () => void = () => undefined;

  constructor(options: Omit<PoolOptions, 'onDeath'>, trouble: Trouble) {
    this.#options = options;
    this.#trouble = trouble;
    this.#closed = new Promise((resolve) => {
      this.#isClosed = resolve;
    });
    watchExit();
  }

  submit(fn: unknown, args: readonly unknown[]): Future<unknown> {
    if (this.#broken !== null) throw new this.#trouble.Broken(this.#broken);
    if (this.#shutDown) throw new RuntimeError('cannot schedule new futures after shutdown');
    if (exiting) throw new RuntimeError('cannot schedule new futures after interpreter shutdown');
    const call = BoundCall.of(fn, args) ?? { fn: fn as Call['fn'], args, ...workers().surroundings(), context: null };
    const future = new Future<unknown>();
    this.#waiting.push({ call, future });
    this.#next();
    return future;
  }

  shutdown(cancelFutures: boolean): Promise<void> {
    this.#shutDown = true;
    if (cancelFutures) {
      for (let item = this.#waiting.shift(); item !== undefined; item = this.#waiting.shift()) item.future.cancel();
    }
    this.#closeIfDone();
    return this.#closed;
  }

  kill(signal: 'SIGTERM' | 'SIGKILL'): void {
    void this.shutdown(true);
    this.#pool?.kill(signal);
  }

  /** Begins what there are workers for. */
  #next(): void {
    while (this.#running.size < this.#options.size && this.#broken === null) {
      const item = this.#waiting.shift();
      if (item === undefined) break;
      if (item.future.set_running_or_notify_cancel()) this.#begin(item);
    }
  }

  #begin(item: Item): void {
    if (typeof item.call.fn !== 'function') {
      item.future.set_exception(new TypeError(notCallable(item.call.fn)));
      return;
    }
    const pool = this.#openPool();
    this.#running.add(item);
    pool.call(item.call, (outcome) => {
      // After the death of a worker its future has an exception already.
      if (this.#running.delete(item)) this.#ended(item.future, outcome);
    });
  }

  #openPool(): Pool {
    if (this.#pool !== null) return this.#pool;
    // The pool must not keep alive who would otherwise be forgotten.
    const queue = new WeakRef(this);
    this.#pool = workers().open({ ...this.#options, onDeath: (reason) => queue.deref()?._workerDied(reason) });
    forgotten.register(this, this.#pool, this);
    return this.#pool;
  }

  #ended(future: Future<unknown>, outcome: Outcome): void {
    if (outcome.kind === 'uninitialized') {
      logger._criticalException('Exception in initializer:', outcome.error);
      const [message, ofCalls] = this.#trouble.initializerFailed;
      this.#break(message, () => new this.#trouble.Broken(ofCalls), future);
      return;
    }
    if (outcome.kind === 'returned') future.set_result(outcome.value);
    else future.set_exception(outcome.error);
    this.#next();
    this.#closeIfDone();
  }

  /** Told by the pool. @internal */
  _workerDied(reason: Error): void {
    if (this.#broken !== null) return;
    this.#break(this.#trouble.died, () => new this.#trouble.Broken(this.#trouble.interrupted, { cause: reason }), null);
  }

  /** Takes no more work, and fails what there is. */
  #break(message: string, toError: () => Error, first: Future<unknown> | null): void {
    this.#broken = message;
    const futures = [...this.#running].map(({ future }) => future);
    if (first !== null) futures.unshift(first);
    this.#running.clear();
    for (let item = this.#waiting.shift(); item !== undefined; item = this.#waiting.shift()) {
      if (item.future.set_running_or_notify_cancel()) futures.push(item.future);
    }
    for (const future of futures) future.set_exception(toError());
    this.#close();
  }

  #closeIfDone(): void {
    if (this.#shutDown && this.#running.size === 0 && this.#waiting.length === 0) this.#close();
  }

  #close(): void {
    if (this.#closing) return;
    this.#closing = true;
    forgotten.unregister(this);
    if (this.#pool === null) this.#isClosed();
    else void this.#pool.close().then(this.#isClosed);
  }
}
