/**
 * Coroutines whose body is a generator that awaits by a bare `yield`: what a compiler makes of `async` functions.
 *
 * The coroutine keeps a stack of frames, one per coroutine that is being awaited, linked from the innermost outwards. A
 * resume touches only the innermost frame, so it costs the same at any depth; a return or an error goes to the frame
 * around.
 *
 *     root ◄── frame ◄── leaf          root.#leaf = leaf;  frame._outer = root
 */
import { TypeError, ValueError } from '../builtins/exceptions.js';
import { YIELDED, suspension } from './awaitable.js';
import { await_, isAwaitable } from './awaiting.js';
import {
  CLOSED,
  CREATED,
  Coroutine,
  GeneratorCoroutine,
  NONE,
  RUNNING,
  SUSPENDED,
  noStopIteration,
  refuseReuse,
  type Named,
} from './coroutines.js';
import { mark } from './function_kinds.js';
import { Future } from './futures.js';
import { NativeCoroutine } from './native.js';

type Body<T> = Generator<unknown, T, unknown>;

/** A coroutine with a compiled body. */
export class CompiledCoroutine<T> extends Coroutine<T> {
  /** The frame that awaits this one, on the stack of whoever drives them. */
  _outer: CompiledCoroutine<unknown> | null = null;
  /** The coroutine on whose stack this one runs: itself, unless a compiled body awaits it. */
  #leaf: CompiledCoroutine<unknown> = this as CompiledCoroutine<unknown>;
  /** What the frame awaits and can't be a frame itself. */
  #inner: Iterator<unknown, unknown, unknown> | null = null;
  #future: Future<unknown> | null = null;
  readonly #body: Body<T>;

  constructor(body: Body<T>, named: Named) {
    super(named);
    this.#body = body;
  }

  override _resume(value: unknown): IteratorResult<unknown, T> {
    return this.#drive(value, NONE);
  }

  override _raise(error: unknown): IteratorResult<unknown, T> {
    return this.#drive(undefined, error);
  }

  /** A frame that awaits another runs while that one does. */
  override _currentState(): number {
    if (this._state !== SUSPENDED) return this._state;
    const awaiting = this._awaiting;
    if (awaiting instanceof Coroutine && awaiting._currentState() === RUNNING) return RUNNING;
    return SUSPENDED;
  }

  override _discard(): void {
    this.#body.return(undefined as never);
  }

  #enter(): void {
    const state = this._currentState();
    if (state === CLOSED) throw refuseReuse(CLOSED);
    if (state === RUNNING) throw new ValueError('coroutine already executing');
    this._begin();
  }

  #drive(startValue: unknown, startError: unknown): IteratorResult<unknown, T> {
    if (this._state !== SUSPENDED) this.#enter();
    let frame = this.#leaf;
    let value = startValue;
    let error = startError;
    suspension.on = null;
    for (;;) {
      let yielded: unknown;
      try {
        const awaited = frame.#step(value, error);
        if (awaited.done === true) {
          if (frame === this) return awaited as IteratorReturnResult<T>;
          frame = this.#pop(frame);
          value = awaited.value;
          error = NONE;
          continue;
        }
        yielded = awaited.value;
      } catch (thrown) {
        frame._state = CLOSED;
        if (frame === this) throw thrown;
        frame = this.#pop(frame);
        error = noStopIteration(thrown);
        continue;
      }
      if (frame.#inner !== null) {
        // It comes from an iterator that the frame awaits: what that waits for concerns the driver alone.
        return this.#suspend(frame, suspension.on, yielded);
      }
      value = undefined;
      error = NONE;
      if (yielded instanceof CompiledCoroutine) {
        if (yielded._state !== CREATED) {
          error = refuseReuse(yielded._currentState());
          continue;
        }
        yielded._begin();
        yielded._outer = frame;
        frame._state = SUSPENDED;
        frame._awaiting = yielded;
        frame = yielded as CompiledCoroutine<unknown>;
      } else if (yielded instanceof Future) {
        if (yielded._state === 'PENDING') {
          frame.#future = yielded as Future<unknown>;
          yielded._asyncio_future_blocking = true;
          return this.#suspend(frame, yielded, yielded);
        }
        frame.#future = yielded as Future<unknown>;
      } else if (yielded instanceof NativeCoroutine) {
        if (yielded._state !== CREATED) {
          error = refuseReuse(yielded._currentState());
          continue;
        }
        return this.#suspend(frame, yielded, yielded);
      } else if (isAwaitable(yielded)) {
        try {
          frame.#inner = (yielded instanceof GeneratorCoroutine ? yielded : await_(yielded))[Symbol.iterator]();
        } catch (thrown) {
          error = thrown;
        }
      } else value = yielded;
    }
  }

  /** Takes the frame one step on: the awaited future's result, the awaited iterator, or the body itself. */
  #step(value: unknown, error: unknown): IteratorResult<unknown, T> {
    let given = value;
    let raised = error;
    const future = this.#future;
    if (future !== null) {
      this.#future = null;
      if (raised === NONE) {
        try {
          given = future.result();
        } catch (thrown) {
          raised = thrown;
        }
      }
    }
    const inner = this.#inner;
    if (inner !== null) {
      try {
        const result = raised === NONE ? inner.next(given) : raiseIn(inner, raised);
        if (result.done !== true) return result;
        given = result.value;
        raised = NONE;
      } catch (thrown) {
        raised = noStopIteration(thrown);
      }
      this.#inner = null;
    }
    this._state = RUNNING;
    this._awaiting = null;
    const result = raised === NONE ? this.#body.next(given) : this.#body.throw(raised);
    if (result.done === true) this._state = CLOSED;
    return result;
  }

  #pop(frame: CompiledCoroutine<unknown>): CompiledCoroutine<unknown> {
    const outer = frame._outer as CompiledCoroutine<unknown>;
    frame._outer = null;
    this.#leaf = outer;
    return outer;
  }

  #suspend(frame: CompiledCoroutine<unknown>, on: unknown, yielded: unknown): IteratorResult<unknown, T> {
    this.#leaf = frame;
    frame._state = SUSPENDED;
    frame._awaiting = on;
    if (frame !== this) this._state = SUSPENDED;
    suspension.on = this;
    YIELDED.value = yielded;
    return YIELDED;
  }
}

function raiseIn(iterator: Iterator<unknown, unknown, unknown>, error: unknown): IteratorResult<unknown, unknown> {
  if (iterator.throw === undefined) throw error;
  return iterator.throw(error);
}

/** Makes a coroutine function of a generator function whose `yield` is `await`. */
export function compiled<Args extends unknown[], T>(
  fn: (...args: Args) => Generator<unknown, T, never>,
): (...args: Args) => Coroutine<T> {
  if (typeof fn !== 'function') throw new TypeError('a generator function was expected');
  const wrapper = function (this: unknown): Coroutine<T> {
    // eslint-disable-next-line prefer-rest-params -- passing `arguments` on makes no array
    return new CompiledCoroutine(fn.apply(this, arguments as never) as Body<T>, wrapper as unknown as Named);
  };
  mark(wrapper, 'coroutine', fn);
  return wrapper;
}
