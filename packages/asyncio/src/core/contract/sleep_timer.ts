/** The timer behind `sleep`. */
import type { Context } from '../../contextvars/context.js';
import type { AbstractEventLoop } from './events.js';
import type { Future } from '../futures/futures.js';
import { NO_ARGUMENTS, TimerHandle } from './handles.js';

/** Sets the result, unless the wait was cancelled in the same iteration. It goes by CPython's name. */
export function _set_result_unless_cancelled(future: Future<unknown>, result: unknown): void {
  if (!future.cancelled()) future._setResult(result);
}

/** Who sleeps. */
export interface Sleeper {
  /** What is waited for; set when the timer is. */
  readonly _awaiting: Future<unknown> | null;
  /** The future's result. */
  readonly _result: unknown;
}

/**
 * A timer that wakes one sleeper. Many may sleep at once: it has no list of arguments, and enters no context, in which
 * nothing of the program's would run.
 */
export class SleepTimer extends TimerHandle {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  static override get name(): string {
    return 'TimerHandle';
  }

  readonly #sleeper: Sleeper;

  constructor(when: number, sleeper: Sleeper, loop: AbstractEventLoop, context: Context | null) {
    super(when, _set_result_unless_cancelled, NO_ARGUMENTS, loop, context);
    this.#sleeper = sleeper;
  }

  override _run(): void {
    const future = this.#sleeper._awaiting;
    if (future?._state === 'PENDING') {
      future._setResult(this.#sleeper._result);
      return;
    }
    // Somebody has set a result by hand: that is reported as of any callback.
    this._args = this._arguments();
    super._run();
  }

  override _arguments(): readonly unknown[] {
    return this._cancelled ? NO_ARGUMENTS : [this.#sleeper._awaiting, this.#sleeper._result];
  }
}
