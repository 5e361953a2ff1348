/** `Event`: a flag that tasks wait for. */
import { signature } from '../../builtins/arguments.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { Line, Wait } from './line.js';
import { LoopBound, objectRepr } from './mixins.js';

const WAIT = { name: 'wait', __qualname__: 'Event.wait' };
const initSpec = signature('Event.__init__(self)');
const waitSpec = signature('Event.wait(self)');

/**
 * A flag: tasks wait until it is set, and all of them go on then.
 *
 * @remarks
 * **Python.** `asyncio.Event`.
 *
 * **Cancellation.** Ends the wait of that task only.
 *
 * @example
 * ```ts
 * const ready = new asyncio.Event();
 * const wait = asyncio.coroutine(async (name: string) => {
 *   await ready.wait();
 *   return name;
 * });
 * const main = asyncio.coroutine(async () => {
 *   asyncio.get_running_loop().call_later(0.01, () => ready.set());
 *   return await asyncio.gather(wait('a'), wait('b'));
 * });
 * await asyncio.run(main()); // => ['a', 'b']
 * ```
 *
 * @public
 */
export class Event extends LoopBound {
  #value = false;
  readonly #line = new Line<true>();

  constructor();
  constructor(...args: readonly never[]) {
    super();
    if (args.length > 0) initSpec.bind(args);
  }

  /** Whether it is set. */
  is_set(): boolean {
    return this.#value;
  }

  /** Sets it, and wakes all tasks that wait for it. */
  set(): void {
    this.#value = true;
    this.#line.wake(Infinity, true);
  }

  /** Clears it: who waits from now on, waits for the next `set`. */
  clear(): void {
    this.#value = false;
  }

  /**
   * Waits until it is set; returns at once if it is.
   *
   * @remarks
   * **Python.** `Event.wait`.
   *
   * **Cancellation.** The task leaves the line; the event stays as it is.
   *
   * @returns True.
   */
  wait(): Coroutine<true>;
  wait(...args: readonly never[]): Coroutine<true> {
    if (args.length > 0) waitSpec.bind(args);
    return new Wait<true>(this, true, WAIT);
  }

  /** @internal */
  _begins(wait: Wait<true>): boolean {
    if (!this.#value) this.#line.join(wait, this._get_loop());
    return this.#value;
  }

  /** @internal */
  _woken(wait: Wait<true>): boolean {
    this.#line.leave(wait);
    return true;
  }

  /** @internal */
  _interrupted(wait: Wait<true>): void {
    this.#line.leave(wait);
  }

  /** Python's text, such as `<asyncio.locks.Event object at 0x… [unset]>`. */
  __repr__(): string {
    const state = this.#value ? 'set' : 'unset';
    const waiters = this.#line.length > 0 ? `, waiters:${String(this.#line.length)}` : '';
    return `${objectRepr(this, Event, 'asyncio.locks')} [${state}${waiters}]>`;
  }
}

// eslint-disable-next-line @typescript-eslint/unbound-method -- it is marked, not called
markCoroutineFunctions(Event.prototype.wait);
