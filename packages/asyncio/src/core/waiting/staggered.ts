/** `staggered_race`: starts coroutines one after the other until one succeeds. */
import { signature } from '../../builtins/arguments.js';
import { KeyboardInterrupt, SystemExit, TimeoutError, TypeError, toException } from '../../builtins/exceptions.js';
import { ExceptionGroup } from '../../builtins/groups.js';
import { asTuple, typeName } from '../../builtins/repr.js';
import type { Awaitable, Gen } from '../common/awaitable.js';
import { addAwaitedBy, discardAwaitedBy } from '../futures/awaited_by.js';
import { await_, toAwaitable } from '../tasks/coroutine_functions.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { current_task } from '../tasks/current.js';
import { get_running_loop } from '../contract/current_loop.js';
import type { LoopKeyword } from '../tasks/ensure_future.js';
import { Event } from '../locks/event.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { CancelledError } from '../common/exceptions.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import type { Future } from '../futures/futures.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { callbackNamed } from '../common/named_callback.js';
import type { Task } from '../tasks/tasks.js';
import { wait_for } from './wait_for.js';

/**
 * What a race comes to: the winner's result and its index, both null if nobody won, and for each that was started its
 * exception, null for the winner and for those that were cancelled before they failed.
 *
 * @public
 */
export type RaceResult<T> = [winner_result: T | null, winner_index: number | null, exceptions: (Error | null)[]];

/** A coroutine function of no arguments. @public */
export type Racer<T> = () => Awaitable<T> | Generator<unknown, T, never>;

const RUN_ONE_CORO = { name: 'run_one_coro', __qualname__: 'staggered_race.<locals>.run_one_coro' };

class Race {
  readonly #loop: AbstractEventLoop;
  readonly #parent: Task<unknown> | null;
  readonly #delay: number | null;
  readonly #racers: Iterator<unknown>;
  readonly #running = new Set<Future<unknown>>();
  readonly #unhandled: Error[] = [];
  readonly #exceptions: (Error | null)[] = [];
  #result: unknown = null;
  #winner: number | null = null;
  #completed: Future<null> | null = null;

  constructor(racers: Iterable<unknown>, delay: number | null, loop: AbstractEventLoop) {
    this.#loop = loop;
    this.#parent = current_task(loop);
    this.#delay = delay;
    this.#racers = racers[Symbol.iterator]();
  }

  *run(): Gen<RaceResult<unknown>> {
    this.#start(null);
    const cancelled = yield* this.#waitForAll();
    if (this.#unhandled.length > 0) throw new ExceptionGroup('staggered race failed', this.#unhandled);
    if (cancelled !== null) throw cancelled;
    return asTuple([this.#result, this.#winner, this.#exceptions]);
  }

  /** Starts the task of the next racer, which comes on when the one before it has failed or is too slow. */
  #start(previousFailed: Event | null): void {
    const canStart = new Event();
    const coro = new GeneratorCoroutine(this.#runNext(canStart, previousFailed), RUN_ONE_CORO);
    const task = this.#loop.create_task(coro);
    addAwaitedBy(task, this.#parent);
    this.#running.add(task);
    task.add_done_callback(this.#taskDone);
    // A task that was started eagerly waits until it is among those that run.
    canStart.set();
  }

  *#runNext(canStart: Event, previousFailed: Event | null): Gen<null> {
    yield* canStart.wait();
    if (previousFailed !== null) yield* this.#giveHeadStart(previousFailed);
    const next = this.#racers.next();
    if (next.done === true) return null;
    const failed = new Event();
    this.#start(failed);
    const index = this.#exceptions.push(null) - 1;
    let result: unknown;
    try {
      result = yield* await_(toAwaitable(next.value as () => Awaitable<unknown>));
    } catch (error) {
      if (error instanceof SystemExit || error instanceof KeyboardInterrupt) throw error;
      this.#exceptions[index] = toException(error);
      failed.set();
      return null;
    }
    this.#winner = index;
    this.#result = result;
    // Not itself: it waits for nothing any more, where a cancellation could be raised.
    const current = current_task(this.#loop);
    for (const task of this.#running) if (task !== current) task.cancel();
    return null;
  }

  *#giveHeadStart(previousFailed: Event): Gen<void> {
    try {
      yield* wait_for(previousFailed.wait(), this.#delay);
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
    }
  }

  /** Waits for the tasks, through all cancellations; the last of these is given. */
  *#waitForAll(): Gen<CancelledError | null> {
    let cancelled: CancelledError | null = null;
    while (this.#running.size > 0) {
      this.#completed = this.#loop.create_future<null>();
      try {
        yield* this.#completed;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        cancelled = error;
        for (const task of this.#running) {
          if (error.args.length === 0) task.cancel();
          else task.cancel({ msg: error.args[0] });
        }
      }
      this.#completed = null;
    }
    return cancelled;
  }

  readonly #taskDone = callbackNamed('staggered_race.<locals>.task_done', (task: Future<unknown>): void => {
    this.#running.delete(task);
    discardAwaitedBy(task, this.#parent);
    if (this.#running.size === 0 && this.#completed?.done() === false) this.#completed.set_result(null);
    if (task.cancelled()) return;
    const error = task.exception();
    if (error !== null) this.#unhandled.push(error);
  });
}

function* body(racers: unknown, delay: number | null, loop: AbstractEventLoop | null): Gen<RaceResult<unknown>> {
  const owner = loop ?? get_running_loop();
  if (typeof (racers as Iterable<unknown> | null | undefined)?.[Symbol.iterator] !== 'function') {
    throw new TypeError(`'${typeName(racers)}' object is not iterable`);
  }
  return yield* new Race(racers as Iterable<unknown>, delay, owner).run();
}

const STAGGERED_RACE = { name: 'staggered_race' };
const spec = signature('staggered_race(coro_fns, delay, *, loop)');

/**
 * Starts coroutines one after the other, each as soon as the one before it has failed or `delay` seconds after it,
 * until one of them succeeds; the others are cancelled then.
 *
 * @remarks
 * **Python.** `asyncio.staggered.staggered_race`.
 *
 * **Cancellation.** Cancels all of them, and ends when they have.
 *
 * @example
 * ```ts
 * const after = (delay: number, x: string) =>
 *   asyncio.coroutine(async () => {
 *     await asyncio.sleep(delay);
 *     return x;
 *   });
 * const main = asyncio.coroutine(async () => {
 *   const [result, index] = await asyncio.staggered.staggered_race([after(60, 'slow'), after(0.01, 'quick')], 0.02);
 *   return [result, index];
 * });
 * await asyncio.run(main()); // => ['quick', 1]
 * ```
 *
 * @param coro_fns - Coroutine functions of no arguments; the iterable is asked for the next one when its turn has come.
 * @param delay - Seconds between two starts; null to wait until the one before has failed.
 * @param options - `loop`.
 * @returns The winner's result, its index, and the exceptions.
 * @public
 */
export function staggered_race<T>(
  coro_fns: Iterable<Racer<T>>,
  delay: number | null | undefined,
  options?: LoopKeyword,
): Coroutine<RaceResult<T>>;
export function staggered_race<T>(
  coro_fns: Iterable<Racer<T>>,
  options: LoopKeyword & { readonly delay: number | null | undefined },
): Coroutine<RaceResult<T>>;
export function staggered_race<T>(
  options: LoopKeyword & { readonly coro_fns: Iterable<Racer<T>>; readonly delay: number | null | undefined },
): Coroutine<RaceResult<T>>;
export function staggered_race(...args: readonly unknown[]): Coroutine<never> {
  const [racers, delay, loop] = spec.bind(args);
  const race = body(racers, (delay ?? null) as number | null, (loop ?? null) as AbstractEventLoop | null);
  return new GeneratorCoroutine(race, STAGGERED_RACE) as Coroutine<unknown> as never;
}

markCoroutineFunctions(staggered_race);
