/**
 * A host whose clock stands still while there is something to do, and jumps when there isn't: programs that sleep for
 * hours end at once, and always in the same way.
 *
 * Turns and microtasks are those of a real host below, so that native bodies run as ever. The clock jumps in a turn of
 * the real host in which nobody has asked for another: by then all microtasks have run, and every loop on this host
 * waits for the clock. What comes from the real world (a socket, a file) takes no virtual time, and the clock
 * doesn't wait for it, but for workers.
 */
import { RuntimeError } from '../builtins/exceptions.js';
import { Heap, type HeapItem } from '../builtins/heap.js';
import { Ring } from '../builtins/ring.js';
import type { Host, Tracker, WakeUp } from './host.js';
import { defaultHost } from './registry.js';

let wakeUpCount = 0;

class VirtualWakeUp implements WakeUp, HeapItem {
  readonly _when: number;
  readonly _order: number = ++wakeUpCount;
  _heapIndex: number = -1;
  readonly _callback: () => void;
  readonly #heap: Heap<VirtualWakeUp>;

  constructor(when: number, callback: () => void, heap: Heap<VirtualWakeUp>) {
    this._when = when;
    this._callback = callback;
    this.#heap = heap;
    heap.push(this);
  }

  cancel(): void {
    this.#heap.remove(this);
  }
}

/**
 * A host with virtual time, which starts at 0.
 *
 * @remarks
 * **Python.** Has no such thing; a subclass of `BaseEventLoop` can override its clock.
 *
 * @example
 * ```ts
 * const loop = new asyncio.BaseEventLoop({ host: new asyncio.VirtualHost() });
 * await loop.run_until_complete(asyncio.sleep(3600));
 * loop.time(); // => 3600
 * loop.close();
 * ```
 * @public
 */
export class VirtualHost implements Host {
  readonly resolution: number = 1e-9;

  readonly #givenPlatform: Host | null;
  #time: number = 0;
  readonly #wakeUps: Heap<VirtualWakeUp> = new Heap();
  readonly #turns: Ring<() => void> = new Ring();
  #draining: number = 0;
  #holds: number = 0;
  /** Whether a turn of the platform has been asked for in which the clock may jump. */
  #jumpIsDue: boolean = false;

  readonly #takeTurn = (): void => {
    (this.#turns.shift() as () => void)();
  };

  readonly #jump = (): void => {
    this.#jumpIsDue = false;
    // Somebody still has work at the present moment, or will have when the microtasks have run.
    if (this.#turns.length > 0 || this.#draining > 0) {
      this.#planJump();
      return;
    }
    if (this.#holds > 0) return;
    const next = this.#wakeUps.pop();
    if (next === undefined) return;
    this.#moveTo(next._when);
    this.#planJump();
    next._callback();
  };

  /**
   * @param platform - The host for turns, microtasks and services; the default one if not given.
   */
  constructor(platform?: Host | null) {
    this.#givenPlatform = platform ?? null;
  }

  now(): number {
    return this.#time;
  }

  turn(callback: () => void): void {
    this.#turns.push(callback);
    this.#platform().turn(this.#takeTurn);
  }

  drain(callback: () => void): void {
    this.#draining++;
    this.#platform().drain(() => {
      this.#draining--;
      callback();
    });
  }

  wake_at(when: number, callback: () => void): WakeUp {
    const wakeUp = new VirtualWakeUp(when, callback, this.#wakeUps);
    this.#planJump();
    return wakeUp;
  }

  /** Moves the clock on, at once. */
  block(seconds: number | null, until?: number): void {
    if (seconds === null || !Number.isFinite(seconds)) throw new RuntimeError('nothing to wait for');
    this.#moveTo(until ?? this.#time + seconds);
  }

  /** True if nothing waits for the clock or a worker, and nobody has asked for a turn. */
  idle(): boolean {
    const isAtRest = this.#turns.length === 0 && this.#draining === 0;
    return isAtRest && this.#wakeUps.length === 0 && this.#holds === 0;
  }

  hold(): () => void {
    this.#holds++;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holds--;
      this.#planJump();
    };
  }

  get tracker(): Tracker | null {
    return this.#platform().tracker;
  }

  get tracking(): boolean {
    return this.#platform().tracking;
  }

  set tracking(allowed: boolean) {
    this.#platform().tracking = allowed;
  }

  on_idle_exit(callback: () => void): () => void {
    return this.#platform().on_idle_exit(callback);
  }

  set_exit_code(code: number): void {
    this.#platform().set_exit_code(code);
  }

  on_exit(callback: () => void): () => void {
    return this.#platform().on_exit(callback);
  }

  on_interrupt(callback: () => void): (() => void) | null {
    return this.#platform().on_interrupt(callback);
  }

  emit_warning(message: string, category: string): void {
    this.#platform().emit_warning(message, category);
  }

  write_output(text: string): void {
    this.#platform().write_output(text);
  }

  write_error(text: string): void {
    this.#platform().write_error(text);
  }

  environment(name: string): string | undefined {
    return this.#platform().environment(name);
  }

  #platform(): Host {
    return this.#givenPlatform ?? defaultHost();
  }

  #moveTo(time: number): void {
    if (time > this.#time) this.#time = time;
  }

  #planJump(): void {
    if (this.#jumpIsDue || this.#wakeUps.length === 0) return;
    this.#jumpIsDue = true;
    this.#platform().turn(this.#jump);
  }
}
