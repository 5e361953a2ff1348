/**
 * `Coroutine`: a lazy, single-use piece of work, and its generator body.
 *
 * There are three kinds of body behind one class. A generator body in generator style awaits by `yield*`: the iterator of
 * the awaited coroutine begins it, and passes its waits on to those around. They remember on the way which of them is the
 * innermost: a task resumes that one by itself, and those around it only as it ends. A compiled body (`compiled.ts`) awaits
 * by a bare `yield` and keeps a stack of frames. A native `async` body (`native.ts`) can't be stepped at all; a task starts
 * it and resolves what it waits for.
 *
 * What a driver does with a generator or compiled body are the two verbs `_resume` and `_raise`.
 */
import {
  BaseException,
  GeneratorExit,
  NotImplementedError,
  RuntimeError,
  StopIteration,
  TypeError,
  ValueError,
  instantiate,
} from '../builtins/exceptions.js';
import { rareFields } from '../builtins/rare_fields.js';
import { address, installRepr, typeName } from '../builtins/repr.js';
import { RETURNED, suspension, type Suspension } from './awaitable.js';
import { Continuation, type Settler } from './continuation.js';
import { extractStack, type FrameSummary } from './format_helpers.js';
import { begins, born } from './newborn.js';
import type { Report } from './reports.js';
import { ambiguity, awaitingTask, running, runningLoop } from './running.js';

/** The states of a coroutine, as `inspect.getcoroutinestate` names them. @public */
export type CoroutineState = 'CORO_CREATED' | 'CORO_RUNNING' | 'CORO_SUSPENDED' | 'CORO_CLOSED';

export const CREATED = 0;
export const RUNNING = 1;
export const SUSPENDED = 2;
export const CLOSED = 3;

const STATE_NAMES: readonly CoroutineState[] = ['CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'];

/** What a driver gives instead of an error when there is none: any value may be thrown, so none can say it. */
export const NONE: unique symbol = Symbol('none');

/**
 * What a step gives that ended by an error, where whoever asked prefers that to a throw: to throw once more at each level
 * would make errors dear.
 */
export const FAILED: IteratorReturnResult<never> & { error: unknown } = {
  done: true,
  value: undefined as never,
  error: NONE,
};

/** Ends a step by an error. */
export function failed(error: unknown): typeof FAILED {
  FAILED.error = error;
  return FAILED;
}

/** The error of a step that has just failed. */
export function takeError(): unknown {
  const { error } = FAILED;
  FAILED.error = NONE;
  return error;
}

/**
 * Throws an error. V8 asks of each throw which place in the source it is at, and that takes a microsecond in a function into
 * which others were put, a fraction of it in a small one that stands alone, as a function that calls itself does.
 */
function raise(error: unknown, isOutside = true): never {
  if (isOutside) raise(error, false);
  throw error;
}

/** How a compiled body awaits a coroutine: step by step, as a frame of its own stack, or by having the task start it. */
const STEPPED = 0;
export const FRAME = 1;
export const LAUNCHED = 2;

/** The function behind a coroutine, for its names. */
export interface Named {
  readonly name: string;
  readonly __name__?: string;
  readonly __qualname__?: string;
  /** Its coroutines stand for a stretch of the awaiting body, as that of `async_with` does. */
  readonly isInline?: boolean;
}

/** Who makes a coroutine with it doesn't know the function. */
export const ANONYMOUS: Named = { name: '' };

/** Who runs a coroutine that is awaited outside of any loop; nobody, unless a test runner is served. */
export const outside: { run: ((coroutine: Coroutine<unknown>) => PromiseLike<unknown>) | null } = { run: null };

/** Whether an error is the one by which bodies are closed. Quicker than `instanceof`, which knows other realms. */
export function isGeneratorExit(error: unknown): boolean {
  return Object.prototype.isPrototypeOf.call(GeneratorExit.prototype, error as object);
}

/** The error that a step delivers since a native body that was awaited has raised it; anything thrown is no null. */
export const delivery: { error: unknown } = { error: null };

/** Whether an error that is thrown into an awaiting body comes from its `close`. */
export function closesAwaited(error: unknown): boolean {
  return isGeneratorExit(error) && error !== delivery.error;
}

/** Raises an error, which who awaits a coroutine was given, where that waits. */
export function raiseIn<T>(awaited: Coroutine<T>, error: unknown): IteratorResult<unknown, T> {
  if (closesAwaited(error) && !awaited._inline) {
    // Who is closed closes what it awaits first, and learns only of an error in that.
    awaited.close();
    throw error;
  }
  return awaited._raise(error);
}

/**
 * The iterator behind `yield* coroutine`. While the coroutine waits, the task resumes it by itself, without coming by here:
 * then the iterator only tells its end to whoever awaits it.
 */
class Delegation<T> implements IterableIterator<Suspension, T, unknown> {
  readonly _coroutine: Coroutine<T>;

  constructor(coroutine: Coroutine<T>) {
    this._coroutine = coroutine;
  }

  next(value?: unknown): IteratorResult<Suspension, T> {
    const coroutine = this._coroutine;
    if (coroutine._state === CLOSED && suspension.ended) {
      suspension.ended = false;
      RETURNED.value = value;
      return RETURNED as IteratorReturnResult<T>;
    }
    const result = coroutine._step(value, NONE) as IteratorResult<Suspension, T>;
    if (result === FAILED) raise(takeError());
    suspension.direct = result.done !== true && coroutine._delegates;
    return result;
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    const coroutine = this._coroutine;
    if (coroutine._state === CLOSED && suspension.ended) {
      suspension.ended = false;
      throw error;
    }
    const result = raiseIn(coroutine, error) as IteratorResult<Suspension, T>;
    suspension.direct = result.done !== true && coroutine._delegates;
    return result;
  }

  return(value: T): IteratorResult<Suspension, T> {
    this._coroutine.close();
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** The iterator behind `__await__()`: whoever drives it sees each step of the coroutine. */
class CoroutineIterator<T> extends Delegation<T> {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  static override get name(): string {
    return 'coroutine_wrapper';
  }

  override next(value?: unknown): IteratorResult<Suspension, T> {
    const result = this._coroutine._resume(value) as IteratorResult<Suspension, T>;
    suspension.direct = false;
    return result;
  }

  override throw(error: unknown): IteratorResult<Suspension, T> {
    const result = raiseIn(this._coroutine, error) as IteratorResult<Suspension, T>;
    suspension.direct = false;
    return result;
  }
}

/** How a body that is being stepped from two sides is refused. */
export function refuseReuse(state: number): Error {
  return new RuntimeError(
    state === CLOSED ? 'cannot reuse already awaited coroutine' : 'coroutine is being awaited already',
  );
}

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
  /** CREATED, RUNNING, SUSPENDED, CLOSED; a body that ended by an error may still say RUNNING, see `_currentState`. @internal */
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
  /** STEPPED, FRAME, LAUNCHED. To ask for the class would be slow: V8 would look through all that are above it. @internal */
  declare readonly _awaitedAs: number;
  /** What says that it was never awaited: undefined until the loop has watched it, null as soon as it counts as awaited. @internal */
  _report: Report | null | undefined = undefined;
  /** The native body that awaits this coroutine, and how to go on there; set by the task. @internal */
  _continuation: Settler | null = null;
  /** What is resumed when this coroutine ends: by the task, once it has waited; or in a stack of compiled frames. @internal */
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
   * The bodies that await on one stack while the innermost executes, without standing on JavaScript's: outermost first. For
   * kinds of coroutines that keep such a stack. @internal
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
    const state = this._currentState();
    if (state === RUNNING) throw new ValueError('coroutine already executing');
    if (state === CLOSED) throw refuseReuse(CLOSED);
    if (state === CREATED && value !== null && value !== undefined) {
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
    const state = this._currentState();
    if (state === RUNNING) throw new ValueError('coroutine already executing');
    if (state === CLOSED) throw refuseReuse(CLOSED);
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

/** A body that delegates to what it awaits comes to a wait: who is around it, and the task, learn what is to be resumed. */
export function comesToWait(coroutine: Coroutine<unknown>): void {
  const { on } = suspension;
  coroutine._state = SUSPENDED;
  coroutine._awaiting = on;
  if (suspension.direct) {
    (on as Coroutine<unknown>)._caller = coroutine;
    suspension.depth += 1;
  } else {
    suspension.innermost = coroutine;
    suspension.depth = 1;
  }
  suspension.on = coroutine;
}

/** A suspended body counts as running while one that it awaits is, although that is resumed by itself. */
export function stateOfSuspended(coroutine: Coroutine<unknown>): number {
  let awaited = coroutine._awaiting;
  // Not by recursion: there may be more of them than the machine's stack would hold.
  while (awaited instanceof Coroutine && awaited._delegates && awaited._state === SUSPENDED)
    awaited = awaited._awaiting;
  return awaited instanceof Coroutine && awaited._currentState() === RUNNING ? RUNNING : SUSPENDED;
}

/** The body that awaits another one, which has come to a wait, by delegation; or null. */
export function delegatorOf(coroutine: Coroutine<unknown>): Coroutine<unknown> | null {
  return coroutine._delegates && coroutine._continuation === null ? coroutine._caller : null;
}

/** The outermost of the bodies that await each other by delegation, down to this one; `root` is awaited by none. */
export function outermost(innermost: Coroutine<unknown>, root: Coroutine<unknown> | null): Coroutine<unknown> {
  let coroutine = innermost;
  while (coroutine !== root) {
    const delegator = delegatorOf(coroutine);
    if (delegator === null) break;
    coroutine = delegator;
  }
  return coroutine;
}

/** A `StopIteration` that leaves a coroutine would look like its result; Python makes it a `RuntimeError`. */
export function noStopIteration(error: unknown): unknown {
  if (!(error instanceof StopIteration)) return error;
  const wrapped = new RuntimeError('coroutine raised StopIteration');
  wrapped.__context__ = error;
  wrapped.__cause__ = error;
  return wrapped;
}

/** Why a native body can't be stepped by hand. */
export function notByHand(): Error {
  return new NotImplementedError(
    'a native async body can only be run by a task: JavaScript gives no way to step it from outside. Write the ' +
      'coroutine in generator style (function*) to drive it by hand',
  );
}

/** Refuses a name that is none. */
export function checkName(attribute: string, name: unknown): void {
  if (typeof name !== 'string') throw new TypeError(`${attribute} must be set to a string object`);
}

function plainName(named: Named): string {
  const name = named.__name__ ?? named.name.replace(/^(bound )+/, '');
  return name === '' ? '<lambda>' : name;
}

/** In debug mode the stack knows the name of a function that has not said it. */
function nameOf(origin: readonly FrameSummary[] | null): string {
  const name = origin?.[origin.length - 1]?.name ?? '';
  // The stack says `Object.work` of a method.
  return name.slice(name.lastIndexOf('.') + 1) || '<lambda>';
}

function outsideError(): Error {
  const ambiguous = ambiguity();
  if (ambiguous !== null) return new RuntimeError(ambiguous);
  return new RuntimeError(
    'no running event loop: a coroutine can be awaited only inside a task. Start the program with asyncio.run(main), ' +
      'or make an ordinary function of the coroutine function with asyncio.host_callback',
  );
}

/** Stands for a body that has ended. */
const OVER: Iterator<unknown, never, unknown> = {
  next() {
    throw refuseReuse(CLOSED);
  },
};

/** A coroutine with a generator for its body, which awaits by `yield*`. */
export class GeneratorCoroutine<T> extends Coroutine<T> {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  static override get name(): string {
    return 'coroutine';
  }

  #generator: Iterator<unknown, T, unknown>;

  constructor(generator: Iterator<unknown, T, unknown>, named: Named) {
    super(named);
    this.#generator = generator;
  }

  override _resume(value: unknown): IteratorResult<unknown, T> {
    if (this._state !== SUSPENDED) this._enterBody();
    // No try: a rethrow at each level would make errors dear. A body that threw keeps RUNNING; `_currentState` finds out.
    this._state = RUNNING;
    suspension.on = null;
    suspension.direct = false;
    const result = this.#generator.next(value);
    if (result.done === true) this._state = CLOSED;
    else comesToWait(this);
    return result;
  }

  override _raise(error: unknown): IteratorResult<unknown, T> {
    if (this._state !== SUSPENDED) this._enterBody();
    this._state = RUNNING;
    suspension.on = null;
    suspension.direct = false;
    const generator = this.#generator;
    if (generator.throw === undefined) throw error;
    const result = generator.throw(error);
    if (result.done === true) this._state = CLOSED;
    else comesToWait(this);
    return result;
  }

  override _currentState(): number {
    if (this._state === SUSPENDED) return stateOfSuspended(this);
    if (this._state !== RUNNING) return this._state;
    // Either the body executes, then it refuses to be resumed, or it ended by an error, then this has no effect.
    try {
      this.#generator.next();
    } catch {
      return RUNNING;
    }
    return (this._state = CLOSED);
  }

  override _discard(): void {
    this.#generator.return?.();
  }

  override _letGo(): void {
    if (this._state === CLOSED) this.#generator = OVER;
  }

  _enterBody(): void {
    if (this._state !== CREATED) {
      const state = this._currentState();
      if (state === CLOSED) throw refuseReuse(CLOSED);
      if (state === RUNNING) throw new ValueError('coroutine already executing');
    }
    // A task has it in its care already.
    if (this._report !== null) this._begin();
  }
}

Object.defineProperty(GeneratorCoroutine.prototype, '_delegates', { value: true });
