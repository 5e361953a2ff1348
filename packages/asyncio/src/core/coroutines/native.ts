/**
 * Coroutines with a native `async` body. JavaScript steps such a body itself: it can be started, and what it awaits can
 * be resolved or rejected; everything else follows from that. Only a task runs one.
 */
import { NotImplementedError } from '../../builtins/exceptions.js';
import { defaultHost } from '../../host/registry.js';
import { YIELDED, suspension, type Suspension } from '../common/awaitable.js';
import { notByHand, refuseReuse } from './coroutine_errors.js';
import type { Named } from './coroutine_names.js';
import { CLOSED, CREATED, RUNNING, SUSPENDED } from './coroutine_states.js';
import { Coroutine, LAUNCHED } from './coroutines.js';
import { running, runningTask } from '../common/running.js';
import type { Task } from '../tasks/tasks.js';

/** How a generator that awaits a native coroutine hands it to its task, and gets the result back. */
class Delegation<T> implements IterableIterator<Suspension, T, unknown> {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a class has such a field already
  static get name(): string {
    return 'coroutine_wrapper';
  }

  readonly #coroutine: NativeCoroutine<T>;
  #handed = false;

  constructor(coroutine: NativeCoroutine<T>) {
    this.#coroutine = coroutine;
  }

  next(value?: unknown): IteratorResult<Suspension, T> {
    if (this.#handed) return { done: true, value: value as T };
    this.#handed = true;
    suspension.on = this.#coroutine;
    YIELDED.value = this.#coroutine;
    return YIELDED as IteratorYieldResult<Suspension>;
  }

  throw(error: unknown): never {
    throw error;
  }

  return(value: T): IteratorResult<Suspension, T> {
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** A coroutine whose body is a native `async` function, or a promise that is already on its way. */
export class NativeCoroutine<T> extends Coroutine<T> {
  /** The name of its type. Redefined from outside it would make each `instanceof` in the driver slow. */
  static override get name(): string {
    return 'coroutine';
  }

  /** The task that runs the body. @internal */
  _task: Task<unknown> | null = null;
  /** The body waits for something that isn't the library's, and the host can't track it. @internal */
  _away: boolean = false;
  /** A cancellation need not wait for the body: it ends the wait for it, and the body goes on for itself. @internal */
  _interruptible: boolean = false;
  #start: (() => PromiseLike<T>) | null;

  constructor(start: () => PromiseLike<T>, named: Named) {
    super(named);
    this.#start = start;
  }

  /**
   * Starts the body on behalf of a task, where the host can tell so that its later awaits are known to be the task's.
   */
  _launch(task: Task<unknown>): PromiseLike<T> {
    const start = this.#start;
    if (start === null) throw refuseReuse(CLOSED);
    this.#start = null;
    this._begin();
    this._task = task;
    this._state = RUNNING;
    const tracker = defaultHost().tracker;
    running.tracker = tracker;
    running.bodies += 1;
    try {
      return tracker === null ? start() : tracker.run(this, start);
    } finally {
      this._state = SUSPENDED;
    }
  }

  /** The body has ended, by an error unless that is NONE: gives the error that goes on. @internal */
  _ended(value: unknown, error: unknown): unknown {
    void value;
    return error;
  }

  /** Whether it can be left alone: it waits for something that isn't the library's. @internal */
  _isAway(): boolean {
    return this._interruptible && this._state === SUSPENDED && this._awaiting === null;
  }

  override __await__(): IterableIterator<Suspension, T, unknown> {
    this._claim();
    return new Delegation(this);
  }

  override [Symbol.iterator](): IterableIterator<Suspension, T, unknown> {
    this._claim();
    return new Delegation(this);
  }

  /**
   * Nobody tells when the body executes. It does while it is started, while what it awaits executes, and when its task
   * executes and it awaits nothing.
   */
  override _currentState(): number {
    if (this._state !== SUSPENDED) return this._state;
    const awaiting = this._awaiting;
    if (awaiting instanceof Coroutine) return awaiting._currentState() === RUNNING ? RUNNING : SUSPENDED;
    const executes = awaiting === null && running.loop === null && runningTask() === this._task;
    return executes ? RUNNING : SUSPENDED;
  }

  override _resume(): never {
    throw notByHand();
  }

  override _raise(error: unknown): never {
    if (this._state !== CREATED) throw notByHand();
    this._begin();
    this._state = CLOSED;
    this.#start = null;
    throw error;
  }

  override close(): null {
    if (this._currentState() === SUSPENDED) {
      throw new NotImplementedError(
        'a native async body that has started cannot be closed from outside: JavaScript gives no way to end it. ' +
          'Cancel its task, or write the coroutine in generator style (function*)',
      );
    }
    super.close();
    return null;
  }

  override _discard(): void {
    this.#start = null;
  }
}

Object.defineProperty(NativeCoroutine.prototype, '_awaitedAs', { value: LAUNCHED });
