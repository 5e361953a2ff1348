/**
 * The body of an asynchronous generator, which its front and its steps share, and which its loop holds. An engine runs
 * its code (`asyncgen_engines.ts`).
 */
import {
  GeneratorExit,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
  TypeError,
  ValueError,
} from '../../builtins/exceptions.js';
import { address, installRepr } from '../../builtins/repr.js';
import { NativeEngine, YieldedValue, type Engine } from './asyncgen_engines.js';
import { suspension } from '../common/awaitable.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import type { Named } from '../coroutines/coroutine_names.js';
import { CLOSED, CREATED, RUNNING, SUSPENDED } from '../coroutines/coroutine_states.js';
import { ENDED, NONE } from '../coroutines/steps.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { warn } from '../../host/log.js';
import { NativeCoroutine } from '../coroutines/native.js';
import { runningLoop } from '../common/running.js';
import type { Task } from '../tasks/tasks.js';

/** A step, as the native body knows it that runs in its place. */
interface Waiter {
  _state: number;
  _awaiting: unknown;
}

/** A step of a native body that another native body awaits: nothing stands between the two. */
class DirectStep extends NativeCoroutine<IteratorResult<unknown, unknown>> {
  readonly #body: AsyncGeneratorBody;
  readonly #step: Waiter;

  constructor(
    start: () => Promise<IteratorResult<unknown, unknown>>,
    named: Named,
    body: AsyncGeneratorBody,
    step: Waiter,
  ) {
    super(start, named);
    this.#body = body;
    this.#step = step;
    step._state = SUSPENDED;
    step._awaiting = this;
  }

  override _ended(value: unknown, error: unknown): unknown {
    this.#step._state = CLOSED;
    this.#step._awaiting = null;
    return this.#body.endDirectly(value as IteratorResult<unknown, unknown>, error);
  }
}

/** Whether an error ends the iteration rather than being the body's own. */
export function endsIteration(error: unknown): boolean {
  return error instanceof StopAsyncIteration || error instanceof GeneratorExit;
}

/** The part of a loop that keeps asynchronous generators. */
interface Keeper {
  readonly _asyncgens?: Set<AsyncGeneratorBody>;
  readonly _asyncgens_shutdown_called?: boolean;
}

/** Closes the bodies whose fronts were collected: nobody can iterate them any more. */
const abandoned = new FinalizationRegistry<AsyncGeneratorBody>((body) => {
  body.abandon();
});

/**
 * The body of an asynchronous generator. It must not refer to its front, or that would never be collected. @internal
 */
export class AsyncGeneratorBody {
  /** How far the code has come: CREATED, RUNNING, SUSPENDED (at a yield or an await), CLOSED. */
  state: number = CREATED;
  /** A step is under way, executing or waiting: nobody else may make one. CPython's `ag_running_async`. */
  busy: boolean = false;
  /** `aclose` was called, or the iteration has ended. CPython's `ag_closed`. */
  closed: boolean = false;
  /** What it waits for. */
  awaiting: unknown = null;
  readonly named: Named;
  readonly #engine: Engine;
  /** The engine if it is a native one. */
  readonly #native: NativeEngine | null;
  readonly #address: string;
  #result: unknown = undefined;
  #hasYielded = false;
  /** CPython's hooks are called once, at the making of the first step. */
  #hooked = false;
  #loop: (AbstractEventLoop & Keeper) | null = null;
  #close: ((body: AsyncGeneratorBody) => Coroutine<null>) | null = null;
  #closing: Task<null> | null = null;

  constructor(engine: Engine, named: Named, front: object) {
    this.#engine = engine;
    this.#native = engine instanceof NativeEngine ? engine : null;
    this.named = named;
    this.#address = address(front);
  }

  /** Goes on with a value, up to the next yield or await; raises `StopAsyncIteration` at the end. */
  next(value: unknown): IteratorResult<unknown, unknown> {
    const result = this.advance(value);
    if (result.done === true) throw new StopAsyncIteration();
    return result;
  }

  /** The same for who needs no error to learn of the end. */
  advance(value: unknown): IteratorResult<unknown, unknown> {
    if (this.state === CLOSED) return ENDED;
    if (this.state === CREATED && value !== null) {
      throw new TypeError("can't send non-None value to a just-started async generator");
    }
    this.#enter();
    let result: IteratorResult<unknown, unknown>;
    try {
      result = this.#engine.next(value);
    } catch (error) {
      throw this.#failed(error);
    }
    this.#left(result);
    return result;
  }

  /**
   * Begins a step that a native body awaits as a native body of its own, which tells `endDirectly` of its end; null
   * unless the engine is native, and the step begins as usual.
   */
  beginDirectly(step: Waiter, value: unknown): NativeCoroutine<unknown> | null {
    const engine = this.#native;
    if (engine === null || this.busy) return null;
    if (this.state !== SUSPENDED && (this.state !== CREATED || value !== null)) return null;
    this.busy = true;
    this.state = SUSPENDED;
    const direct = new DirectStep(engine.starting(value), this.named, this, step);
    this.awaiting = direct;
    return direct;
  }

  /** Such a step has ended, by an error unless that is NONE: gives the error that goes on. */
  endDirectly(result: IteratorResult<unknown, unknown>, error: unknown): unknown {
    this.busy = false;
    this.awaiting = null;
    if (error === NONE) {
      if (result.done !== true) this.#hasYielded = true;
      else {
        this.closed = true;
        this.#end();
      }
      return NONE;
    }
    const raised = this.#failed(error);
    if (endsIteration(raised)) this.closed = true;
    return raised;
  }

  /** Goes on with an error. */
  throw(error: unknown): IteratorResult<unknown, unknown> {
    if (this.state === CREATED) {
      this.#end();
      this.#engine.return(undefined);
    }
    if (this.state === CLOSED) throw error;
    this.#enter();
    let result: IteratorResult<unknown, unknown>;
    try {
      result = this.#engine.throw(error);
    } catch (thrown) {
      throw this.#failed(thrown);
    }
    this.#left(result);
    if (result.done === true) throw new StopAsyncIteration();
    return result;
  }

  /** The first step is being made: from now on the loop closes the body at its end, or when the front is collected. */
  hook(front: object, close: (body: AsyncGeneratorBody) => Coroutine<null>): void {
    if (this.#hooked) return;
    this.#hooked = true;
    const loop: (AbstractEventLoop & Keeper) | null = runningLoop();
    if (loop?._asyncgens === undefined) return;
    this.#loop = loop;
    this.#close = close;
    if (loop._asyncgens_shutdown_called === true) {
      const text = `asynchronous generator ${this.__repr__()} was scheduled after loop.shutdown_asyncgens() call`;
      warn(text, 'ResourceWarning');
    }
    loop._asyncgens.add(this);
    abandoned.register(front, this, this);
  }

  /**
   * The task in which a loop closes the body. There is one: the front may be collected while the loop closes what is
   * open at its end, or just before that. CPython's loop refers to the generator itself, and is told at once when
   * nobody else does.
   */
  closing(): Task<null> {
    const loop = this.#loop as AbstractEventLoop;
    const close = this.#close as (body: AsyncGeneratorBody) => Coroutine<null>;
    return (this.#closing ??= loop.create_task(close(this)));
  }

  /** The front has been collected: the loop closes the body, unless somebody has called `aclose` before. */
  abandon(): void {
    const loop = this.#loop;
    if (this.state === CLOSED || loop === null || loop.is_closed()) return;
    const forget = (): void => {
      loop._asyncgens?.delete(this);
    };
    if (this.closed) forget();
    else {
      loop.call_soon_threadsafe(() => {
        this.closing().add_done_callback(forget);
      });
    }
  }

  /** Of the front, which may be gone. */
  __repr__(): string {
    return `<async_generator object ${qualname(this.named)} at ${this.#address}>`;
  }

  /** What the body has returned, once. Only JavaScript's protocol knows of it. */
  takeResult(): unknown {
    const result = this.#result;
    this.#result = undefined;
    return result;
  }

  #enter(): void {
    if (this.state === RUNNING) throw new ValueError('async generator already executing');
    this.state = RUNNING;
    this.awaiting = null;
    suspension.on = null;
  }

  #left(result: IteratorResult<unknown, unknown>): void {
    if (result.done === true) {
      this.#end();
      this.#result = result.value;
      return;
    }
    this.state = SUSPENDED;
    if (result.value instanceof YieldedValue) this.#hasYielded = true;
    else this.awaiting = suspension.on;
  }

  #failed(error: unknown): unknown {
    if (this.#engine.untouched === true) {
      this.state = this.#hasYielded ? SUSPENDED : CREATED;
      this.awaiting = null;
      return error;
    }
    this.#end();
    if (!(error instanceof StopAsyncIteration || error instanceof StopIteration)) return error;
    const wrapped = new RuntimeError(`async generator raised ${error.name}`);
    wrapped.cause = error;
    wrapped.__context__ = error;
    return wrapped;
  }

  #end(): void {
    this.state = CLOSED;
    this.awaiting = null;
    if (this.#loop === null) return;
    this.#loop._asyncgens?.delete(this);
    abandoned.unregister(this);
  }
}

installRepr(AsyncGeneratorBody);

/** The qualified name that a function gives to what it makes. */
export function qualname(named: Named): string {
  const name = named.__qualname__ ?? named.__name__ ?? named.name;
  return name === '' ? '<lambda>' : name;
}
