/**
 * The host interface in a browser, for pages and for workers; also in any other place with the web's timers.
 *
 * The few things it uses are declared here, so that the library compiles without the types of any platform.
 */
import { NotImplementedError, RuntimeError } from '../builtins/exceptions.js';
import { Ring } from '../builtins/ring.js';
import type { Host, Tracker, WakeUp } from './host.js';

interface Port {
  onmessage: ((event: never) => unknown) | null;
  postMessage(message: unknown): void;
}

interface PageEvent {
  readonly persisted?: boolean;
}

/** What {@link BrowserHost} uses of the global object. @public */
export interface BrowserScope {
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: never): void;
  readonly performance: { now(): number };
  readonly console: { log(text: string): void; warn(text: string): void; error(text: string): void };
  readonly MessageChannel?: new () => { readonly port1: Port; readonly port2: Port };
  /** Absent from pages that aren't isolated from other origins. */
  readonly SharedArrayBuffer?: new (length: number) => SharedArrayBuffer;
  readonly WebAssembly?: {
    readonly Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => {
      readonly buffer: unknown;
    };
  };
  /** Present in pages only. */
  readonly document?: unknown;
  addEventListener?(type: string, listener: (event: PageEvent) => void): void;
  removeEventListener?(type: string, listener: (event: PageEvent) => void): void;
}

/** The longest delay of a browser's timers: 24.8 days. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** Browsers coarsen their clocks, some to a millisecond, which is also what their timers count in. */
const RESOLUTION = 1e-3;

/** Calls back at that time, in seconds on the clock of the page. */
function wakeAt(scope: BrowserScope, when: number, callback: () => void): WakeUp {
  let timer: unknown;
  let isOver = false;
  const arm = (): void => {
    const delay = Math.ceil(when * 1000 - scope.performance.now());
    timer = scope.setTimeout(fire, Math.min(Math.max(delay, 0), LONGEST_DELAY));
  };
  const fire = (): void => {
    if (isOver) return;
    isOver = scope.performance.now() / 1000 + RESOLUTION >= when;
    if (isOver) callback();
    else arm();
  };
  arm();
  return {
    cancel: () => {
      isOver = true;
      scope.clearTimeout(timer as never);
    },
  };
}

/** The console ends lines itself. */
function withoutLineEnd(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

/**
 * The host of loops in a browser.
 *
 * A turn is a message to itself through a `MessageChannel`, which leaves the page time to paint and isn't slowed down
 * as timers are. Browsers can't track native bodies, and only workers can block.
 *
 * @public
 */
export class BrowserHost implements Host {
  readonly resolution: number = RESOLUTION;
  readonly tracker: Tracker | null = null;

  readonly #scope: BrowserScope;
  readonly #turns: Ring<() => void> = new Ring();
  #port: Port | null = null;

  readonly #takeTurn = (): void => {
    this.#turns.shift()?.();
  };

  /** @param scope - The global object, if not that of this script. */
  constructor(scope: BrowserScope = globalThis as unknown as BrowserScope) {
    this.#scope = scope;
  }

  get tracking(): boolean {
    return false;
  }

  set tracking(_allowed: boolean) {
    // Nothing to switch.
  }

  now(): number {
    return this.#scope.performance.now() / 1000;
  }

  turn(callback: () => void): void {
    this.#turns.push(callback);
    const port = this.#openPort();
    if (port === null) this.#scope.setTimeout(this.#takeTurn, 0);
    else port.postMessage(null);
  }

  /** A turn: nothing else here is known to come after the microtasks. */
  drain(callback: () => void): void {
    this.turn(callback);
  }

  wake_at(when: number, callback: () => void): WakeUp {
    return wakeAt(this.#scope, when, callback);
  }

  block(seconds: number | null): void {
    if (seconds === null || !Number.isFinite(seconds)) throw new RuntimeError('nothing to wait for');
    if (this.#scope.document !== undefined) {
      throw new NotImplementedError("a page can't block: its thread also paints; use `await`, or a worker");
    }
    const clock = this.#scope.performance;
    const end = clock.now() + seconds * 1000;
    const cell = new Int32Array(this.#sharedMemory());
    for (let left = seconds * 1000; left > 0; left = end - clock.now()) Atomics.wait(cell, 0, 0, left);
  }

  /** A browser doesn't end for lack of work. */
  on_idle_exit(_callback: () => void): () => void {
    return () => undefined;
  }

  set_exit_code(_code: number): void {
    // Pages have none.
  }

  on_exit(callback: () => void): () => void {
    const scope = this.#scope;
    const listener = (event: PageEvent): void => {
      // A page that is only put aside may come back.
      if (event.persisted !== true) callback();
    };
    scope.addEventListener?.('pagehide', listener);
    return () => scope.removeEventListener?.('pagehide', listener);
  }

  on_interrupt(_callback: () => void): (() => void) | null {
    return null;
  }

  emit_warning(message: string, category: string): void {
    this.#scope.console.warn(`${category}: ${message}`);
  }

  write_output(text: string): void {
    this.#scope.console.log(withoutLineEnd(text));
  }

  write_error(text: string): void {
    this.#scope.console.error(withoutLineEnd(text));
  }

  environment(_name: string): string | undefined {
    return undefined;
  }

  #openPort(): Port | null {
    const Channel = this.#scope.MessageChannel;
    if (this.#port === null && Channel !== undefined) {
      const { port1, port2 } = new Channel();
      port2.onmessage = this.#takeTurn;
      this.#port = port1;
    }
    return this.#port;
  }

  /** Four bytes to wait on. Where the constructor is hidden, WebAssembly still gives out shared memory. */
  #sharedMemory(): SharedArrayBuffer {
    const { SharedArrayBuffer, WebAssembly } = this.#scope;
    if (SharedArrayBuffer !== undefined) return new SharedArrayBuffer(4);
    if (WebAssembly === undefined) throw new NotImplementedError("can't block: there is no shared memory here");
    return new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer as SharedArrayBuffer;
  }
}
