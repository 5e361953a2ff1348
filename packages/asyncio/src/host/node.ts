/**
 * Node's side of the host interface.
 *
 * The functions of the platform are taken once, when the module loads: test runners that replace timers by fakes would
 * otherwise stop every loop. For virtual time there is {@link VirtualHost}.
 */
import { writeFileSync } from 'node:fs';
import nodeProcess from 'node:process';
import nodeTimers from 'node:timers';

import { RuntimeError } from '../builtins/exceptions.js';
import { fromSystemError } from '../builtins/oserrors.js';
import { Ring } from '../builtins/ring.js';
import type { Host, Tracker, WakeUp } from './host.js';
import { nodeTracker } from './node_tracker.js';

const { setImmediate, setTimeout, clearTimeout } = nodeTimers;
const nextTick = nodeProcess.nextTick.bind(nodeProcess);
const { hrtime } = nodeProcess;
const [origin, fraction] = hrtime();
const offset = nodeProcess.uptime() * 1000 - fraction * 1e-6;

/**
 * Since the process began. Node loads its `performance` when it is first asked for, which takes longer than all of this
 * file.
 */
function milliseconds(): number {
  const [seconds, nanoseconds] = hrtime();
  return (seconds - origin) * 1000 + nanoseconds * 1e-6 + offset;
}

const RESOLVED: Promise<void> = Promise.resolve();

/** The longest delay of Node's timers: 24.8 days. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** Same as CPython's on Linux. */
const RESOLUTION = 1e-9;

let trackingAllowed = true;

/** What the library is given: whoever still has it from before it was switched off goes without. */
const tracker: Tracker = {
  run(value, callback, ...args) {
    return trackingAllowed ? nodeTracker.run(value, callback, ...args) : callback(...args);
  },
  get() {
    return nodeTracker.get();
  },
  stop() {
    nodeTracker.stop();
  },
};

/** What waits for {@link NodeHost.drain}, in order. */
const draining = new Ring<() => void>();

function drainNext(): void {
  (draining.shift() as () => void)();
}

/** A tick runs when the microtasks have run out, but only if it was asked for by one of them. */
function scheduleDrain(): void {
  nextTick(drainNext);
}

function startDrain(): void {
  void RESOLVED.then(scheduleDrain);
}

class NodeWakeUp implements WakeUp {
  readonly #when: number;
  #callback: (() => void) | null;
  #timer: NodeJS.Timeout | null = null;

  constructor(when: number, callback: () => void) {
    this.#when = when;
    this.#callback = callback;
    this.#arm();
  }

  cancel(): void {
    this.#callback = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #arm(): void {
    const delay = Math.ceil(this.#when * 1000 - milliseconds());
    this.#timer = setTimeout(fireWakeUp, delay < 1 ? 1 : delay < LONGEST_DELAY ? delay : LONGEST_DELAY, this);
  }

  _fire(): void {
    const callback = this.#callback;
    if (callback === null) return;
    // Node's timers count whole milliseconds and so may be early; and the deadline may be beyond the longest delay.
    if (milliseconds() / 1000 + RESOLUTION < this.#when) {
      this.#arm();
      return;
    }
    this.#callback = null;
    this.#timer = null;
    callback();
  }
}

function fireWakeUp(wakeUp: NodeWakeUp): void {
  wakeUp._fire();
}

/** While `exit` is told: Node issues warnings in a later tick, and there is none any more. */
let exiting = false;

/** The callbacks for one event of the process, behind a single listener: any number of loops may come and go. */
class ProcessEvent {
  readonly #name: 'beforeExit' | 'exit' | 'SIGINT';
  readonly #callbacks: Set<{ readonly callback: () => void }> = new Set();
  readonly #listener = (): void => {
    exiting = this.#name === 'exit';
    for (const entry of [...this.#callbacks]) if (this.#callbacks.has(entry)) entry.callback();
    exiting = false;
  };

  constructor(name: 'beforeExit' | 'exit' | 'SIGINT') {
    this.#name = name;
  }

  add(callback: () => void): () => void {
    const entry = { callback };
    if (this.#callbacks.size === 0) nodeProcess.on(this.#name, this.#listener);
    this.#callbacks.add(entry);
    return () => {
      if (this.#callbacks.delete(entry) && this.#callbacks.size === 0) nodeProcess.off(this.#name, this.#listener);
    };
  }

  /** Whether somebody else listens. */
  isTaken(): boolean {
    return nodeProcess.listenerCount(this.#name) > (this.#callbacks.size > 0 ? 1 : 0);
  }
}

const idleExit = new ProcessEvent('beforeExit');
const exit = new ProcessEvent('exit');
const interrupt = new ProcessEvent('SIGINT');

/**
 * The host of loops on Node.
 *
 * A turn is a `setImmediate`, a wake-up a `setTimeout`, and blocking is `Atomics.wait`. The tracker starts with the
 * first native body.
 *
 * @public
 */
export class NodeHost implements Host {
  readonly resolution: number = RESOLUTION;

  now(): number {
    return milliseconds() / 1000;
  }

  turn(callback: () => void): void {
    if (nodeTracker.marks()) nodeTracker.unmarked(() => setImmediate(callback));
    else setImmediate(callback);
  }

  drain(callback: () => void): void {
    draining.push(callback);
    if (nodeTracker.marks()) nodeTracker.unmarked(startDrain);
    else startDrain();
  }

  wake_at(when: number, callback: () => void): WakeUp {
    if (!nodeTracker.marks()) return new NodeWakeUp(when, callback);
    let wakeUp: WakeUp | undefined;
    nodeTracker.unmarked(() => (wakeUp = new NodeWakeUp(when, callback)));
    return wakeUp as WakeUp;
  }

  block(seconds: number | null): void {
    if (seconds === null || !Number.isFinite(seconds)) throw new RuntimeError('nothing to wait for');
    const end = milliseconds() + seconds * 1000;
    const cell = new Int32Array(new SharedArrayBuffer(4));
    for (let left = seconds * 1000; left > 0; left = end - milliseconds()) Atomics.wait(cell, 0, 0, left);
  }

  get tracker(): Tracker | null {
    return trackingAllowed ? tracker : null;
  }

  get tracking(): boolean {
    return trackingAllowed;
  }

  set tracking(allowed: boolean) {
    trackingAllowed = allowed;
    if (!allowed) nodeTracker.stop();
  }

  on_idle_exit(callback: () => void): () => void {
    return idleExit.add(callback);
  }

  set_exit_code(code: number): void {
    nodeProcess.exitCode = code;
  }

  on_exit(callback: () => void): () => void {
    return exit.add(callback);
  }

  on_interrupt(callback: () => void): (() => void) | null {
    // Signals don't come to worker threads; there it does no harm to wait for one.
    return !interrupt.isTaken() ? interrupt.add(callback) : null;
  }

  emit_warning(message: string, category: string): void {
    if (exiting) this.write_error(`(node:${String(nodeProcess.pid)}) ${category}: ${message}\n`);
    else nodeProcess.emitWarning(message, category);
  }

  write_output(text: string): void {
    nodeProcess.stdout.write(text);
  }

  write_error(text: string): void {
    nodeProcess.stderr.write(text);
  }

  write_file(path: string, text: string): void {
    try {
      writeFileSync(path, text);
    } catch (error) {
      throw fromSystemError(error);
    }
  }

  environment(name: string): string | undefined {
    return nodeProcess.env[name];
  }
}
