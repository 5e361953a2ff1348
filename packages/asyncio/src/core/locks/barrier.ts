/** `Barrier`: tasks wait for each other until there are enough of them. */
import { ValueError } from '../../builtins/exceptions.js';
import { signature } from '../../builtins/arguments.js';
import { isLess } from '../../builtins/ordering.js';
import type { Gen } from '../common/awaitable.js';
import { Condition } from './condition.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { BrokenBarrierError } from '../common/exceptions.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { LoopBound, objectRepr } from './mixins.js';

/** Filling: tasks arrive. Draining: enough have come, and leave. Resetting: they leave with an error. */
type State = 'filling' | 'draining' | 'resetting' | 'broken';

const named = (name: string): { name: string; __qualname__: string } => ({ name, __qualname__: `Barrier.${name}` });
const WAIT = named('wait');
const RESET = named('reset');
const ABORT = named('abort');
const AENTER = named('__aenter__');
const AEXIT = named('__aexit__');
const initSpec = signature('Barrier.__init__(self, parties)');
const waitSpec = signature('Barrier.wait(self)');

/** The keyword of {@link Barrier}. @public */
export interface BarrierOptions {
  /** How many tasks wait for each other. */
  readonly parties: number;
}

/**
 * A barrier: tasks wait until a certain number of them have come, then all go on, and the barrier can be used again.
 *
 * @remarks
 * **Python.** `asyncio.Barrier`. As a manager it waits on entry.
 *
 * **Cancellation.** A task that waits leaves; the others go on waiting for enough.
 *
 * @example
 * ```ts
 * const barrier = new asyncio.Barrier(2);
 * const arrive = asyncio.coroutine(async () => await barrier.wait());
 * const main = asyncio.coroutine(async () => await asyncio.gather(arrive(), arrive()));
 * await asyncio.run(main()); // => [0, 1]
 * ```
 *
 * @public
 */
export class Barrier extends LoopBound implements AsyncDisposable {
  readonly #changed = new Condition();
  readonly #parties: number;
  #state: State = 'filling';
  /** How many tasks are between their arrival and their departure. */
  #count = 0;

  /**
   * @param parties - How many tasks wait for each other; also as keyword.
   * @throws ValueError if it is less than 1.
   */
  constructor(parties: number);
  constructor(options: BarrierOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const [parties] = initSpec.bind(args) as [number];
    if (isLess(parties, 1)) throw new ValueError('parties must be >= 1');
    this.#parties = parties;
  }

  /** How many tasks wait for each other. */
  get parties(): number {
    return this.#parties;
  }

  /** How many wait right now. */
  get n_waiting(): number {
    return this.#state === 'filling' ? this.#count : 0;
  }

  /** Whether it was aborted. */
  get broken(): boolean {
    return this.#state === 'broken';
  }

  /**
   * Waits until enough tasks have come.
   *
   * @remarks
   * **Python.** `Barrier.wait`.
   *
   * **Cancellation.** The task leaves, and its place is free again; the others go on waiting for enough. If enough had
   * come in the same iteration, they go on, and this one is cancelled all the same.
   *
   * @returns A number from 0 to `parties - 1`, another one for each task.
   * @throws BrokenBarrierError if the barrier is aborted or reset meanwhile, or was aborted before.
   */
  wait(): Coroutine<number>;
  wait(...args: readonly never[]): Coroutine<number> {
    if (args.length > 0) waitSpec.bind(args);
    return new GeneratorCoroutine(this.#wait(), WAIT);
  }

  /**
   * Empties the barrier: who waits gets a `BrokenBarrierError`. An aborted one can be used again afterwards.
   *
   * @remarks
   * **Python.** `Barrier.reset`.
   *
   * **Cancellation.** It waits only for the barrier's own lock, which nobody holds for long; cancelled there, it has
   * changed nothing.
   */
  reset(): Coroutine<null> {
    return new GeneratorCoroutine(
      this.#change(() => {
        if (this.#count === 0) this.#state = 'filling';
        else this.#state = 'resetting';
      }),
      RESET,
    );
  }

  /**
   * Breaks the barrier: who waits, now or later, gets a `BrokenBarrierError`.
   *
   * @remarks
   * **Python.** `Barrier.abort`.
   *
   * **Cancellation.** As of {@link Barrier.reset}.
   */
  abort(): Coroutine<null> {
    return new GeneratorCoroutine(
      this.#change(() => {
        this.#state = 'broken';
      }),
      ABORT,
    );
  }

  /** Waits, and gives the task's number. */
  __aenter__(): Coroutine<number> {
    return new GeneratorCoroutine(this.#wait(), AENTER);
  }

  /** Does nothing: a barrier is not held. */
  __aexit__(...args: readonly unknown[]): Coroutine<null> {
    void args;
    return new GeneratorCoroutine(nothing(), AEXIT);
  }

  /**
   * Does nothing.
   *
   * @remarks
   * **Cancellation.** It never waits, so that it is never interrupted.
   */
  [Symbol.asyncDispose](): Coroutine<void> {
    return new GeneratorCoroutine(nothing(), AEXIT) as Coroutine<unknown> as Coroutine<void>;
  }

  *#change(change: () => void): Gen<null> {
    yield* this.#changed.acquire();
    try {
      change();
      this.#changed.notify_all();
    } finally {
      this.#changed.release();
    }
    return null;
  }

  *#wait(): Gen<number> {
    const changed = this.#changed;
    yield* changed.acquire();
    try {
      // Those who are on their way out go first.
      yield* changed.wait_for(() => this.#state !== 'draining' && this.#state !== 'resetting');
      if (this.#state === 'broken') throw new BrokenBarrierError('Barrier aborted');
      const index = this.#count;
      this.#count += 1;
      try {
        if (this.#count === this.#parties) {
          this.#state = 'draining';
          changed.notify_all();
        } else yield* this.#waitForOthers();
        return index;
      } finally {
        this.#leave();
      }
    } finally {
      changed.release();
    }
  }

  *#waitForOthers(): Gen<void> {
    yield* this.#changed.wait_for(() => this.#state !== 'filling');
    if (this.#state !== 'draining') throw new BrokenBarrierError('Abort or reset of barrier');
  }

  #leave(): void {
    this.#count -= 1;
    if (this.#count > 0) return;
    if (this.#state === 'draining' || this.#state === 'resetting') this.#state = 'filling';
    this.#changed.notify_all();
  }

  /** Python's text, such as `<asyncio.locks.Barrier object at 0x… [filling, waiters:0/2]>`. */
  __repr__(): string {
    const waiters = this.broken ? '' : `, waiters:${String(this.n_waiting)}/${String(this.#parties)}`;
    return `${objectRepr(this, Barrier, 'asyncio.locks')} [${this.#state}${waiters}]>`;
  }
}

// eslint-disable-next-line require-yield -- nothing has to be waited for
function* nothing(): Gen<null> {
  return null;
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
const { wait, reset, abort, __aenter__, __aexit__ } = Barrier.prototype;
markCoroutineFunctions(wait, reset, abort, __aenter__, __aexit__);
