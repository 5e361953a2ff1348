/**
 * `Coroutine`: a lazy, single-use piece of work, and its generator body.
 *
 * There are three kinds of body behind one class. A generator body in generator style awaits by `yield*`: the iterator
 * of the awaited coroutine begins it, and passes its waits on to those around. They remember on the way which of them
 * is the innermost: a task resumes that one by itself, and those around it only as it ends. A compiled body
 * (`compiled/coroutines.ts`) awaits by a bare `yield` and keeps a stack of frames. A native `async` body (`native.ts`)
 * can't be stepped at all; a task starts it and resolves what it waits for.
 *
 * What a driver does with a generator or compiled body are the two verbs `_resume` and `_raise`.
 */
import {
  BaseException,
  GeneratorExit,
  RuntimeError,
  StopIteration,
  TypeError,
  ValueError,
  instantiate,
} from '../../builtins/exceptions.js';
import { rareFields } from '../../builtins/rare_fields.js';
import { address, installRepr, typeName } from '../../builtins/repr.js';
import { suspension, type Suspension } from '../common/awaitable.js';
import { Continuation, type Settler } from '../common/continuation.js';
import { noStopIteration, notByHand, outsideError, refuseReuse } from './coroutine_errors.js';
import { ANONYMOUS, checkName, nameOf, plainName, type Named } from './coroutine_names.js';
import { CLOSED, CREATED, RUNNING, STATE_NAMES, SUSPENDED, type CoroutineState } from './coroutine_states.js';
import { CoroutineIterator, Delegation } from './delegation.js';
import { extractStack, type FrameSummary } from '../common/format_helpers.js';
import { begins, born } from './newborn.js';
import type { Report } from '../common/reports.js';
import { awaitingTask, running, runningLoop } from '../common/running.js';
import { NONE } from './steps.js';

/**
 * How a compiled body awaits a coroutine: step by step, as a frame of its own stack, or by having the task start it.
 */
const STEPPED = 0;
export const FRAME = 1;
export const LAUNCHED = 2;

/** Who runs a coroutine that is awaited outside of any loop; nobody, unless a test runner is served. */
export const outside: { run: ((coroutine: Coroutine<unknown>) => PromiseLike<unknown>) | null } = { run: null };

/**
 * What calling a coroutine function returns: work that starts when it is awaited or scheduled, and runs once.
 *
 * Await it (`await`, in generator style `yield*`) to run it inside the current task, or hand it to `create_task`,
 * `gather`, `run`. Coroutines are made by functions that {@link coroutine} made, never with `new`.
 *
 * @remarks
 * **Python.** A coroutine object, with its protocol (`send`, `throw`, `close`) and names.
 *
 * **Cancellation.** An exception thrown in at the place where it waits; see {@link Task.cancel}.
 *
 * @example
 * ```ts
 * const double = asyncio.coroutine(async (x: number) => {
 *   await asyncio.sleep(0);
 *   return 2 * x;
 * });
 * await asyncio.run(double(21)); // => 42
 * ```
 *
 * @public
 */
export abstract class Coroutine<T = unknown> implements Promise<T> {
  /**
   * CREATED, RUNNING, SUSPENDED, CLOSED; a body that ended by an error may still say RUNNING, see `_currentState`.
   * @internal
   */
  _state: number = CREATED;
  /** What it waits for: a coroutine, a future, or null. @internal */
  _awaiting: unknown = null;
  /** The function that made it, for its names. @internal */
  _function: Named;
  /** Where it was made, in debug mode. @internal */
  declare readonly _origin: readonly FrameSummary[] | null;
  /** What it raises is better asked for by `_step`. @internal */
  declare readonly _quiet: boolean;
  /** It waits where its body delegates to what it awaits, and so needn't see how that is resumed. @internal */
  declare readonly _delegates: boolean;
  /**
   * STEPPED, FRAME, LAUNCHED. To ask for the class would be slow: V8 would look through all that are above it.
   * @internal
   */
  declare readonly _awaitedAs: number;
  /**
   * What says that it was never awaited: undefined until the loop has watched it, null as soon as it counts as awaited.
   * @internal
   */
  _report: Report | null | undefined = undefined;
  /** The native body that awaits this coroutine, and how to go on there; set by the task. @internal */
  _continuation: Settler | null = null;
  /**
   * What is resumed when this coroutine ends: by the task, once it has waited; or in a stack of compiled frames.
   * @internal
   */
  _caller: Coroutine<unknown> | null = null;
  /** @internal */ declare _name: string | null;
  /** @internal */ declare _qualname: string | null;

  /** @internal */
  constructor(named: Named) {
    this._function = named;
    if (running.debugRuns > 0) this._origin = extractStack();
    born(this);
  }

  /** The function's name. */
  get __name__(): string {
    return (this._name ??= this._function === ANONYMOUS ? nameOf(this._origin) : plainName(this._function));
  }
  set __name__(name: string) {
    checkName('__name__', name);
    this._name = name;
  }

  /** The function's qualified name: its own name, unless the function says more. */
  get __qualname__(): string {
    return (this._qualname ??= this._function.__qualname__ ?? this.__name__);
  }
  set __qualname__(name: string) {
    checkName('__qualname__', name);
    this._qualname = name;
  }

  /**
   * The bodies that await on one stack while the innermost executes, without standing on JavaScript's: outermost first.
   * For kinds of coroutines that keep such a stack. @internal
   */
  _bodiesAround(): readonly Coroutine<unknown>[] {
    return [];
  }

  /** Whether its code executes right now. */
  get cr_running(): boolean {
    return this._currentState() === RUNNING;
  }

  /** Whether it is suspended at an await. */
  get cr_suspended(): boolean {
    return this._currentState() === SUSPENDED;
  }

  /** What it waits for, or null. */
  get cr_await(): unknown {
    return this._currentState() === SUSPENDED ? this._awaiting : null;
  }

  /** Where it was made, oldest frame first; only in debug mode, else null. */
  get cr_origin(): readonly FrameSummary[] | null {
    return this._origin;
  }

  /**
   * Starts or resumes the body with a value, up to its next suspension.
   *
   * @returns What it yields: a future, or null.
   * @throws StopIteration with the result as its `value` when the body ends; what the body raises.
   */
  send(value: unknown): unknown {
    if (stateByHand(this) === CREATED && value !== null && value !== undefined) {
      throw new TypeError("can't send non-None value to a just-started coroutine");
    }
    return this._byHand(() => this._resume(value ?? undefined));
  }

  /**
   * Raises an exception, an error or a class of errors, at the place where the body waits.
   *
   * @returns What the body yields next.
   * @throws StopIteration with the result when the body ends; what the body raises.
   */
  throw(exception: Error | (new () => Error)): unknown {
    const error = instantiate(exception);
    if (!(error instanceof BaseException)) {
      throw new TypeError(
        `exceptions must be classes or instances deriving from BaseException, not ${typeName(exception)}`,
      );
    }
    stateByHand(this);
    return this._byHand(() => this._raise(error));
  }

  /**
   * Ends the body: raises `GeneratorExit` where it waits, so that its clean-up runs. Nothing happens after its end.
   *
   * @returns What the body returns when it catches `GeneratorExit`, else null.
   * @throws RuntimeError if the body waits again.
   */
  close(): T | null {
    const state = this._currentState();
    if (state === CLOSED) return null;
    if (state === RUNNING) throw new ValueError('coroutine already executing');
    if (state === CREATED) {
      this._begin();
      this._state = CLOSED;
      this._discard();
      return null;
    }
    let result: IteratorResult<unknown, T>;
    try {
      result = this._raise(new GeneratorExit());
    } catch (error) {
      if (error instanceof GeneratorExit || error instanceof StopIteration) return null;
      throw error;
    }
    if (result.done !== true) {
      suspension.direct = false;
      throw new RuntimeError('coroutine ignored GeneratorExit');
    }
    return result.value ?? null;
  }

  /** Python's protocol of awaitables: the iterator behind `yield*`. */
  __await__(): IterableIterator<Suspension, T, unknown> {
    this._claim();
    return new CoroutineIterator(this);
  }

  /** `yield* coroutine` awaits it. */
  [Symbol.iterator](): IterableIterator<Suspension, T, unknown> {
    if (this._state !== CREATED) this._claim();
    return new Delegation(this);
  }

  /** A native body awaits it: what the task runs for it, itself unless it knows of a shorter way. @internal */
  // eslint-disable-next-line @typescript-eslint/prefer-return-this-type -- the shorter way is another coroutine
  _inPlace(): Coroutine<unknown> {
    return this;
  }

  /** A compiled body awaits it. @internal */
  _awaitInFrame(): this {
    this._claim();
    return this;
  }

  /**
   * What `await` calls. In a task the coroutine runs there, inline; in a callback of a loop it becomes a task of it.
   *
   * @remarks
   * **Cancellation.** Cancelling the task that awaits raises `CancelledError` at the place where the coroutine waits.
   * The task that a callback makes can't be cancelled through the promise.
   *
   * @throws RuntimeError (as a rejection) outside of any loop.
   */
  then<R1 = T, R2 = never>(
    onfulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onrejected?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    const driver = awaitingTask()?._native ?? null;
    if (driver?.acceptsAwaits() === true) {
      const continuation = new Continuation<T, R1, R2>(onfulfilled, onrejected);
      driver.awaitCoroutine(this, continuation);
      return continuation;
    }
    const loop = runningLoop();
    if (loop !== null && this._state === CREATED) return loop.create_task(this).then(onfulfilled, onrejected);
    if (outside.run !== null && this._state === CREATED) {
      return (outside.run(this) as Promise<T>).then(onfulfilled, onrejected);
    }
    const continuation = new Continuation<T, R1, R2>(onfulfilled, onrejected);
    continuation.rejectSoon(this._state === CREATED ? outsideError() : refuseReuse(this._currentState()));
    return continuation;
  }

  /**
   * As of a promise.
   *
   * @remarks
   * **Cancellation.** As of {@link Coroutine.then}; a `CancelledError` is caught as any other rejection.
   */
  catch<R = never>(onrejected?: ((reason: unknown) => R | PromiseLike<R>) | null): Promise<T | R> {
    return this.then(null, onrejected);
  }

  /**
   * As of a promise.
   *
   * @remarks
   * **Cancellation.** As of {@link Coroutine.then}; the function is called for a `CancelledError` as well.
   */
  finally(onfinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onfinally);
  }

  /** As of a promise. */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a field would cost each coroutine a slot
  get [Symbol.toStringTag](): string {
    return 'Coroutine';
  }

  /** Python's text, such as `<coroutine object main at 0x…>`. */
  __repr__(): string {
    return `<coroutine object ${this.__qualname__} at ${address(this)}>`;
  }

  /** @internal */
  _inspect_state(): CoroutineState {
    return STATE_NAMES[this._currentState()] ?? 'CORO_CLOSED';
  }

  /** How the repr of its task shows it. @internal */
  _describe(): string {
    return `${this.__qualname__}() ${this._currentState() === CLOSED ? 'done' : 'running'}`;
  }

  /** What a report calls it that it was never awaited. @internal */
  _unawaited(): string {
    return `coroutine '${this.__qualname__}'`;
  }

  /** Refuses a second awaiter. @internal */
  _claim(): void {
    if (this._state === CREATED) return;
    const state = this._currentState();
    throw state === RUNNING ? new ValueError('coroutine already executing') : refuseReuse(state);
  }

  /** Whether it has neither begun nor found anybody who takes care of it. @internal */
  _isNew(): boolean {
    return this._state === CREATED && this._report !== null;
  }

  /** Whether it stands for a stretch of the awaiting body: then it is closed as a part of that. @internal */
  get _inline(): boolean {
    return this._function.isInline === true;
  }

  /** From here on it counts as awaited: it begins, or a task has it in its care. @internal */
  _begin(): void {
    begins(this);
  }

  /** The true state. @internal */
  abstract _currentState(): number;

  /** Starts or resumes the body with a value. @internal */
  abstract _resume(value: unknown): IteratorResult<unknown, T>;

  /** Starts or resumes the body with an error. @internal */
  abstract _raise(error: unknown): IteratorResult<unknown, T>;

  /** The same with a value, or an error that isn't NONE; what it gives may be FAILED instead of a throw. @internal */
  _step(value: unknown, error: unknown): IteratorResult<unknown, T> {
    return error === NONE ? this._resume(value) : this._raise(error);
  }

  /** Lets go of a body that never began. @internal */
  abstract _discard(): void;

  /** Lets go of a body that has ended, since whoever holds the coroutine's task holds the coroutine. @internal */
  _letGo(): void {
    // Most kinds hold little.
  }

  /** Makes one step on behalf of `send` or `throw`: the end of the body is a `StopIteration` there. @internal */
  _byHand(move: () => IteratorResult<unknown, T>): unknown {
    let result: IteratorResult<unknown, T>;
    try {
      result = move();
    } catch (error) {
      throw noStopIteration(error);
    }
    suspension.direct = false;
    if (result.done === true) {
      throw result.value === null || result.value === undefined ? new StopIteration() : new StopIteration(result.value);
    }
    // A native body can only be run by a task: whoever steps by hand what awaits one learns that here.
    if (result.value instanceof Coroutine) {
      result.value.close();
      return this._byHand(() => this._raise(notByHand()));
    }
    return result.value ?? null;
  }
}

installRepr(Coroutine);
rareFields(Coroutine, ['_origin', '_name', '_qualname']);
Object.defineProperties(Coroutine.prototype, {
  _quiet: { value: false },
  _delegates: { value: false },
  _awaitedAs: { value: STEPPED },
});

/** The state of a coroutine that is stepped by hand; refuses one that executes or is over. */
function stateByHand(coroutine: Coroutine<unknown>): number {
  const state = coroutine._currentState();
  if (state === RUNNING) throw new ValueError('coroutine already executing');
  if (state === CLOSED) throw refuseReuse(CLOSED);
  return state;
}
