/**
 * Coroutines whose body is a generator that awaits by a bare `yield`: what a compiler makes of `async` functions.
 *
 * The coroutine keeps a stack of frames, one per coroutine that is being awaited, linked from the innermost outwards. A
 * resume touches only the innermost frame, so it costs the same at any depth; a return or an error goes to the frame
 * around.
 *
 *     root ◄── frame ◄── leaf          root.#leaf = leaf;  frame._caller = root;  leaf._caller = frame
 */
import { GeneratorExit, RuntimeError } from '../builtins/exceptions.js';
import { YieldedValue } from '../core/asyncgens/asyncgen_engines.js';
import { RETURNED, YIELDED, suspension } from '../core/common/awaitable.js';
import { await_, isAwaitable, isForeignThenable } from '../core/futures/awaiting.js';
import { noStopIteration, refuseReuse } from '../core/coroutines/coroutine_errors.js';
import type { Named } from '../core/coroutines/coroutine_names.js';
import { CLOSED, RUNNING, SUSPENDED } from '../core/coroutines/coroutine_states.js';
import { Coroutine, FRAME, LAUNCHED } from '../core/coroutines/coroutines.js';
import { Future, isPlainlyCancelled } from '../core/futures/futures.js';
import { noteAwaiters, noteDelivery } from '../core/futures/noted_awaiters.js';
import { closesAwaited, isGeneratorExit, raiseIn } from '../core/coroutines/raising.js';
import { running } from '../core/common/running.js';
import { FAILED, NONE, failed, takeError, throwing } from '../core/coroutines/steps.js';

/** A generator, or what looks like one to the driver. */
export interface Body<T> {
  next(value: unknown): IteratorResult<unknown, T>;
  throw(error: unknown): IteratorResult<unknown, T>;
  return(value: undefined): unknown;
}

type Frame = CompiledCoroutine<unknown>;

/** A body is being closed just now: what it calls must not make it wait. */
export const closing: { on: boolean } = { on: false };

/** What is left of a body that has returned a foreign promise: the value of that is the result. */
const RETURNING: Body<never> = {
  next: (value) => ({ done: true, value: value as never }),
  throw: (error) => {
    throw error;
  },
  return: () => undefined,
};

/** A coroutine with a compiled body. */
export class CompiledCoroutine<T> extends Coroutine<T> {
  /**
   * The name of its type. Redefined from outside it would make each `instanceof` slow, and bundlers keep what is
   * unused.
   */
  static override get name(): string {
    return 'coroutine';
  }

  /** The innermost frame of the stack that this coroutine drives, while that is suspended; else itself. */
  #leaf: Frame = this;
  /** What the frame awaits, and has to take on itself: a pending future, or a coroutine of another kind. */
  #awaited: Future<unknown> | Coroutine<unknown> | null = null;
  #body: Body<T>;

  constructor(body: Body<T>, named: Named) {
    super(named);
    this.#body = body;
  }

  override _resume(value: unknown): IteratorResult<unknown, T> {
    return throwing(this._drive(value, NONE));
  }

  override _raise(error: unknown): IteratorResult<unknown, T> {
    return throwing(this._drive(undefined, error));
  }

  override _step(value: unknown, error: unknown): IteratorResult<unknown, T> {
    return this._drive(value, error);
  }

  /** A frame that awaits another runs while that one does. */
  override _currentState(): number {
    if (this._state !== SUSPENDED) return this._state;
    for (let frame = this as Frame; ;) {
      const awaiting = frame._awaiting;
      if (!(awaiting instanceof Coroutine)) return SUSPENDED;
      // Not by recursion: there may be more frames than the machine's stack would hold.
      if (!(awaiting instanceof CompiledCoroutine) || awaiting._state !== SUSPENDED) {
        return awaiting._currentState() === RUNNING ? RUNNING : SUSPENDED;
      }
      frame = awaiting as Frame;
    }
  }

  override _discard(): void {
    this.#body.return(undefined);
  }

  override _bodiesAround(): readonly Coroutine<unknown>[] {
    const around: Coroutine<unknown>[] = [];
    for (let frame = this as Frame; ;) {
      if (frame.#awaited !== null || frame._awaiting !== null) around.push(frame);
      const inner = CompiledCoroutine.#innerFrame(frame);
      if (inner === null) return around;
      frame = inner;
    }
  }

  /** What goes on as an error when the body has raised one. @internal */
  _raised(error: unknown): unknown {
    return noStopIteration(error);
  }

  /**
   * Runs the stack up to its next suspension, or to its end. In one piece: with a call for each await it is a tenth
   * slower.
   */
  _drive(startValue: unknown, startError: unknown): IteratorResult<unknown, T> {
    let value = startValue;
    let error = this._enter(startError);
    let frame = this.#leaf;
    this.#leaf = this;
    suspension.on = null;
    frame._state = RUNNING;
    if (frame.#awaited !== null) {
      const step = frame._goOn(value, error);
      if (step.done !== true) return this._suspend(frame, suspension.on, step.value);
      value = step.value;
      error = step === FAILED ? takeError() : NONE;
    }
    for (;;) {
      let result: IteratorResult<unknown, unknown>;
      frame._state = RUNNING;
      frame._awaiting = null;
      try {
        result = error === NONE ? frame.#body.next(value) : frame._throwInBody(error);
      } catch (thrown) {
        frame._state = CLOSED;
        error = frame._raised(thrown);
        if (running.task !== null) noteAwaiters(error, frame, running.task);
        if (frame === this) return failed(error);
        frame = frame._pop();
        continue;
      }
      error = NONE;
      value = result.value;
      if (result.done === true && !frame._returnsPromise(value)) {
        frame._state = CLOSED;
        if (frame === this) return result as IteratorReturnResult<T>;
        frame = frame._pop();
        continue;
      }
      try {
        let awaited = value;
        value = undefined;
        // The library's own first: that spares them the questions that others are asked.
        if (!(awaited instanceof Coroutine)) {
          if (awaited instanceof Future) {
            if (awaited._state === 'PENDING') {
              frame.#awaited = awaited;
              awaited._asyncio_future_blocking = true;
              return this._suspend(frame, awaited, awaited);
            }
            const step = resultOf(awaited);
            value = step.value;
            if (step === FAILED) error = takeError();
            continue;
          }
          if (awaited instanceof YieldedValue) return this._suspend(frame, null, awaited);
          if (!isAwaitable(awaited)) {
            // As in JavaScript, awaiting a value that can't be awaited gives the value.
            value = awaited;
            continue;
          }
          awaited = await_(awaited);
        }
        const coroutine = awaited as Coroutine<unknown>;
        if (isFrame(coroutine)) {
          frame = frame._push(coroutine);
          continue;
        }
        coroutine._awaitInFrame();
        if (coroutine._awaitedAs === LAUNCHED) return this._suspend(frame, coroutine, coroutine);
        // Not null, which says that the body itself executes: see `_bodiesAround`.
        frame._awaiting = undefined;
        const step = coroutine._step(undefined, NONE);
        if (step.done !== true) {
          frame.#awaited = coroutine;
          return this._suspend(frame, suspension.on, step.value);
        }
        // Most often it is over at once.
        value = step.value;
        if (step === FAILED) error = delivered(takeError());
      } catch (thrown) {
        error = delivered(thrown);
      }
    }
  }

  /** Begins, or goes on at the leaf; the error that is to be raised there. */
  _enter(error: unknown): unknown {
    if (this._state === SUSPENDED) {
      const lost = this._checkLeaf();
      if (this.#leaf._state !== RUNNING) {
        if (error !== NONE && closesAwaited(error)) return this._closeFrames(error);
        return lost === NONE ? error : lost;
      }
    }
    this._claim();
    this._begin();
    return error;
  }

  /** Takes what the frame awaits one step on. An error comes as FAILED. */
  _goOn(value: unknown, error: unknown): IteratorResult<unknown, unknown> {
    const awaited = this.#awaited;
    if (!(awaited instanceof Coroutine)) {
      this.#awaited = null;
      return error === NONE ? resultOf(awaited as Future<unknown>) : failed(error);
    }
    let result: IteratorResult<unknown, unknown>;
    try {
      const closes = error !== NONE && closesAwaited(error);
      result = closes ? raiseIn(awaited, error) : awaited._step(value, error);
      if (result.done !== true) return result;
      if (result === FAILED) FAILED.error = delivered(FAILED.error);
    } catch (thrown) {
      result = failed(delivered(thrown));
    }
    this.#awaited = null;
    return result;
  }

  _throwInBody(error: unknown): IteratorResult<unknown, T> {
    if (!isGeneratorExit(error)) return this.#body.throw(error);
    const outer = closing.on;
    closing.on = true;
    try {
      return this.#body.throw(error);
    } finally {
      closing.on = outer;
    }
  }

  /**
   * The body has returned: as in JavaScript, a promise that isn't the library's is awaited where nothing can catch it.
   */
  _returnsPromise(value: unknown): boolean {
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return false;
    if (!isForeignThenable(value)) return false;
    this.#body = RETURNING;
    return true;
  }

  _push(frame: Frame): Frame {
    frame._claim();
    frame._begin();
    frame._caller = this;
    this._state = SUSPENDED;
    this._awaiting = frame;
    return frame;
  }

  /** The frame has ended: the one around goes on. */
  _pop(): Frame {
    const outer = this._caller as Frame;
    this._caller = null;
    return outer;
  }

  _suspend(frame: Frame, on: unknown, yielded: unknown): IteratorYieldResult<unknown> {
    this.#leaf = frame;
    frame._state = SUSPENDED;
    frame._awaiting = on;
    suspension.on = this;
    YIELDED.value = yielded;
    return YIELDED;
  }

  /** Finds the leaf again after somebody has stepped a frame of the stack by hand; an error if that has ended. */
  _checkLeaf(): unknown {
    const known = this.#leaf;
    if (known._state === SUSPENDED) {
      if (known.#awaited !== null || CompiledCoroutine.#innerFrame(known) === null) return NONE;
    }
    let leaf = this as Frame;
    for (;;) {
      const inner = CompiledCoroutine.#innerFrame(leaf);
      if (inner === null || inner._state === CLOSED) {
        this.#leaf = leaf;
        return inner === null ? NONE : refuseReuse(CLOSED);
      }
      leaf = inner;
    }
  }

  /** Closes the frames that this one awaits, from the innermost outwards; what then goes on as an error in this one. */
  _closeFrames(exit: unknown): unknown {
    let error = NONE as unknown;
    for (let frame = this.#leaf; frame !== (this as Frame); frame = this.#leaf) {
      this.#leaf = frame._pop();
      frame.#leaf = frame;
      try {
        const result = throwing(frame._drive(undefined, error === NONE ? new GeneratorExit() : error));
        error = result.done === true ? NONE : new RuntimeError('coroutine ignored GeneratorExit');
      } catch (thrown) {
        error = isGeneratorExit(thrown) ? NONE : thrown;
      }
    }
    return error === NONE ? exit : error;
  }

  /** The frame that another one awaits on the same stack. */
  static #innerFrame(frame: Frame): Frame | null {
    const awaiting = frame._awaiting;
    return awaiting instanceof CompiledCoroutine && awaiting._caller === frame ? (awaiting as Frame) : null;
  }
}

Object.defineProperties(CompiledCoroutine.prototype, { _quiet: { value: true }, _awaitedAs: { value: FRAME } });

function isFrame(coroutine: Coroutine<unknown>): coroutine is Frame {
  return coroutine._awaitedAs === FRAME;
}

/** What goes on as an error in a body whose awaited coroutine has raised one. */
function delivered(thrown: unknown): unknown {
  const error = noStopIteration(thrown);
  noteDelivery(error);
  return error;
}

/** What has become of a future, for who awaits it. */
function resultOf(future: Future<unknown>): IteratorReturnResult<unknown> {
  if (isPlainlyCancelled(future)) return failed(future._make_cancelled_error());
  if (future._state === 'PENDING') return failed(new RuntimeError("await wasn't used with future"));
  try {
    RETURNED.value = future.result();
    return RETURNED;
  } catch (error) {
    return failed(error);
  }
}
