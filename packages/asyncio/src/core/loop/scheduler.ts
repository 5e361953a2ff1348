/**
 * The engine of an event loop.
 *
 * An *iteration* runs exactly the handles that were ready when it began, after appending the timers that are due. A
 * *slice* is one turn of the host: it runs iterations until there is nothing to do or its time is over, and gives the
 * host back; so I/O, timers of the host and rendering go on while thousands of tasks are ready. After a handle that
 * resumed a native `async` body, the slice pauses until the microtasks have run (a *drain*): between two handles
 * nothing of any task runs. While it is idle, the loop holds one wake-up of the host for its earliest timer, or nothing
 * at all.
 *
 *     push     ──► ready ring ──► iteration ──► handle ──► drain (native bodies only)
 *     setTimer ──► timer heap ──┘     ▲              │
 *                                     └── next ◄─────┘
 *
 * A blocking run does the same in one go, and sleeps where the other gives the host back.
 */
import { RuntimeError, setStackCapture } from '../../builtins/exceptions.js';
import { repr } from '../../builtins/repr.js';
import { Ring } from '../../builtins/ring.js';
import { Timeline } from '../../builtins/timeline.js';
import type { Host, WakeUp } from '../../host/host.js';
import { needsHost } from '../common/blocking.js';
import { NONE } from '../coroutines/steps.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { Runnable, TimerHandle } from '../contract/handles.js';
import { logger, warn } from '../../host/log.js';
import { drained } from '../tasks/native_driver.js';
import { watchNewborn } from '../coroutines/newborn.js';
import { watching, type Observer } from '../common/observer.js';
import { running, runningTask } from '../common/running.js';
import { stallMessage } from './shutdown.js';
import type { Task } from '../tasks/tasks.js';

/** How long a slice may take, in seconds, before the host gets its turn: law 9. */
const SLICE = 0.001;

/** The clock is read once in so many handles. */
const HANDLES_PER_LOOK = 16;

/** A clock that stands still doesn't tell how long a slice takes: there it ends after so many handles. */
const HANDLES_PER_STANDSTILL = 1024;

/** In seconds. */
const A_DAY = 86400;

/** While a loop runs in debug mode, exceptions that are control flow record their stacks too. */
function countDebugRuns(change: number): void {
  running.debugRuns += change;
  setStackCapture(running.debugRuns > 0);
}

/** The loop that an engine drives, which may be of a subclass with a clock or an iteration of its own. */
interface Driven extends AbstractEventLoop {
  slow_callback_duration: number;
  _run_once(): boolean;
  _all_tasks(): Iterable<Task<unknown>>;
}

/** Decides in which order the entries of an iteration run; for tests, which try orders that asyncio leaves open. */
export interface Order {
  /** Told of each entry as it becomes ready, and of the task on whose behalf that happens. */
  added(entry: Runnable, by: Task<unknown> | null): void;
  /** The entries of the iteration that begins, in the order in which they run. */
  arranged(entries: Runnable[]): readonly Runnable[];
}

/** What is told when a run has ended: the error that ended it, or NONE. */
export type OnEnd = (error: unknown) => void;

export class Scheduler {
  readonly #loop: Driven;
  readonly #host: Host;
  /** The clock stands still while there is something to do. */
  readonly #standsStill: boolean;
  readonly #order: Order | null;
  readonly #ready = new Ring<Runnable>();
  readonly #timers = new Timeline<TimerHandle>();
  #running = false;
  #blocking = false;
  #stopping = false;
  #onEnd: OnEnd | null = null;
  /** An error that ends the run after the current handle. */
  #fatal: unknown = NONE;
  /** An iteration was begun and has not ended: the microtasks of one of its handles run. */
  #inIteration = false;
  /** Handles of the current iteration that have not run yet. */
  #todo = 0;
  #sinceLook = 0;
  #sliceEnd = 0;
  /** Between the beginning and the end of a slice, drains included: who adds a handle needn't wake the loop. */
  #inSlice = false;
  /** A turn of the host has been asked for. */
  #armed = false;
  #wakeUp: WakeUp | null = null;
  #wakeAt = 0;
  /** The handle whose duration is measured, in debug mode. */
  #measuring: Runnable | null = null;
  #measuringSince = 0;
  #forgetIdleExit: (() => void) | null = null;
  /** This run counts among those in debug mode. */
  #tracesRun = false;

  constructor(loop: Driven, host: Host, order: Order | null) {
    this.#loop = loop;
    this.#host = host;
    this.#standsStill = host.idle !== undefined;
    this.#order = order;
  }

  get isRunning(): boolean {
    return this.#running;
  }

  get isBlocking(): boolean {
    return this.#blocking;
  }

  /** Whether somebody is told of each entry of the ready queue. */
  get isWatched(): boolean {
    return this.#order !== null || watching.observer !== null;
  }

  /** The handle that executes; known in debug mode only. */
  get current(): Runnable | null {
    return this.#measuring;
  }

  push(entry: Runnable): void {
    this.#ready.push(entry);
    if (this.#order !== null) this.#order.added(entry, runningTask());
    if (watching.observer !== null) watching.observer.entryAdded(this.#loop, entry);
    if (!this.#inSlice && this.#running) this.#arm();
  }

  setTimer(timer: TimerHandle): void {
    // A deadline that is no number counts as reached: among the others it would spoil their order, as it does in
    // CPython.
    if (Number.isNaN(timer._when)) this.#ready.push(timer);
    else this.#timers.push(timer);
    if (watching.observer !== null) watching.observer.timerSet(this.#loop, timer);
    if (this.#running && !this.#inSlice) this.#rest();
  }

  dropTimer(timer: TimerHandle): void {
    this.#timers.remove(timer);
  }

  clear(): void {
    this.#ready.clear();
    this.#timers.clear();
  }

  /** Takes notice of the loop's debug mode, which may be switched while it runs. */
  debugChanged(): void {
    const traces = this.#running && this.#loop.get_debug();
    if (traces === this.#tracesRun) return;
    this.#tracesRun = traces;
    countDebugRuns(traces ? 1 : -1);
  }

  /** Ends the run after the current iteration, or the next run after its first. */
  stop(): void {
    this.#stopping = true;
    if (this.#running && !this.#inSlice) this.#arm();
  }

  /** Ends the run after the current handle. */
  abort(error: Error): void {
    this.#fatal = error;
    if (this.#inSlice) running.touchedNative = true;
    else if (this.#running) this.#arm();
  }

  /** Begins a run, which goes on in turns of the host. */
  begin(onEnd: OnEnd): void {
    this.#start(onEnd);
    this.#forgetIdleExit = this.#host.on_idle_exit(() => {
      this.#stalled();
    });
    this.#arm();
  }

  /** Runs to the end before it returns. */
  block(onEnd: OnEnd): void {
    this.#start(onEnd);
    this.#blocking = true;
    this.#inSlice = true;
    watchNewborn(null);
    running.loop = this.#loop;
    let error: unknown = NONE;
    try {
      for (;;) {
        if (!this.#loop._run_once()) throw needsHost('a native async body');
        if (this.#stopping) break;
        if (!this.#hasWork()) this.#sleep();
      }
    } catch (thrown) {
      error = thrown;
    } finally {
      running.loop = null;
      running.task = null;
      running.touchedNative = false;
    }
    watchNewborn(this.#loop);
    this.#end(error);
  }

  /** Runs one iteration, or the rest of one. False: the microtasks have to run before it goes on. */
  runOnce(): boolean {
    const ready = this.#ready;
    if (!this.#inIteration) {
      this.#inIteration = true;
      this.#takeDueTimers();
      if (this.#order !== null) this.#arrange(this.#order);
      this.#todo = ready.length;
      this.#sinceLook += this.#todo + 1;
      if (watching.observer !== null)
        watching.observer.turnBegins(this.#loop, ready, this.#timers.length, this.#timers.peek());
    }
    while (this.#todo > 0) {
      this.#todo -= 1;
      const entry = ready.shift() as Runnable;
      if (entry._cancelled) continue;
      if (watching.observer !== null) this.#runObserved(entry, watching.observer);
      else if (this.#loop.get_debug()) this.#measure(entry);
      else entry._run();
      if (running.touchedNative) {
        running.touchedNative = false;
        if (this.#fatal !== NONE) throw this.#fatal as Error;
        return false;
      }
    }
    this.#inIteration = false;
    if (watching.observer !== null) watching.observer.turnEnds(this.#loop);
    return true;
  }

  /** Runs an entry while somebody watches, who may be gone after it. */
  #runObserved(entry: Runnable, observer: Observer): void {
    observer.entryBegins(this.#loop, entry);
    if (this.#loop.get_debug()) this.#measure(entry);
    else entry._run();
    // Its microtasks belong to it.
    if (!running.touchedNative) watching.observer?.entryEnds(this.#loop);
  }

  #arrange(order: Order): void {
    const entries = [...this.#ready];
    this.#ready.clear();
    for (const entry of order.arranged(entries)) this.#ready.push(entry);
  }

  /** A native body has come back from something that isn't the library's, and now waits for what is. */
  returned(): void {
    if (this.#running && !this.#inSlice) this.#rest();
  }

  // The beginning and the end of a run

  #start(onEnd: OnEnd): void {
    this.#running = true;
    this.#onEnd = onEnd;
    this.debugChanged();
    if (watching.observer !== null) watching.observer.loopBegins(this.#loop);
  }

  #end(error: unknown): void {
    this.#wakeUp?.cancel();
    this.#wakeUp = null;
    this.#forgetIdleExit?.();
    this.#forgetIdleExit = null;
    this.#stopping = false;
    this.#running = false;
    this.#blocking = false;
    this.#inSlice = false;
    this.#inIteration = false;
    this.#todo = 0;
    this.#fatal = NONE;
    this.debugChanged();
    if (watching.observer !== null) watching.observer.loopEnds(this.#loop, error);
    const onEnd = this.#onEnd;
    this.#onEnd = null;
    onEnd?.(error);
  }

  // Slices

  #arm(): void {
    if (this.#armed) return;
    this.#armed = true;
    this.#host.turn(this.#slice);
  }

  readonly #slice = (): void => {
    this.#armed = false;
    if (!this.#running || this.#inSlice) return;
    if (running.drainLoop !== null) {
      // Microtasks of another loop's native body: what comes of this one must not be taken for theirs.
      this.#arm();
      return;
    }
    this.#inSlice = true;
    watchNewborn(null);
    this.#sliceEnd = this.#host.now() + SLICE;
    this.#sinceLook = 0;
    this.#continue();
  };

  /** Runs iterations, or goes on with one after a drain. */
  #continue(): void {
    running.loop = this.#loop;
    let ended: boolean;
    try {
      if (this.#fatal !== NONE) throw this.#fatal as Error;
      do {
        if (!this.#loop._run_once()) {
          this.#drain();
          return;
        }
      } while (!(ended = this.#stopping) && this.#hasWork() && !this.#sliceIsOver());
    } catch (error) {
      running.loop = null;
      running.task = null;
      watchNewborn(this.#loop);
      this.#end(error);
      return;
    }
    running.loop = null;
    watchNewborn(this.#loop);
    if (ended) this.#end(NONE);
    else {
      this.#inSlice = false;
      this.#rest();
    }
  }

  #sliceIsOver(): boolean {
    if (this.#sinceLook < (this.#standsStill ? HANDLES_PER_STANDSTILL : HANDLES_PER_LOOK)) return false;
    this.#sinceLook = 0;
    return this.#standsStill || this.#host.now() > this.#sliceEnd;
  }

  #drain(): void {
    running.loop = null;
    running.task = null;
    running.drainLoop = this.#loop;
    this.#host.drain(this.#drained);
  }

  readonly #drained = (): void => {
    const task = running.drainTask;
    running.drainLoop = null;
    running.drainTask = null;
    running.touchedNative = false;
    if (task !== null) drained(task);
    if (this.#measuring !== null) this.#measured(this.#measuring);
    if (watching.observer !== null) watching.observer.entryEnds(this.#loop);
    this.#continue();
  };

  // Time

  #isDue(timer: TimerHandle | undefined, now: number): timer is TimerHandle {
    // After half a year the resolution is lost in the sum.
    return timer !== undefined && (timer._when < now + this.#host.resolution || timer._when <= now);
  }

  #takeDueTimers(): void {
    const timers = this.#timers;
    if (timers.length === 0) return;
    const now = this.#loop.time();
    for (let first = timers.peek(); this.#isDue(first, now); first = timers.peek()) {
      timers.pop();
      this.#ready.push(first);
    }
  }

  #hasWork(): boolean {
    if (this.#ready.length > 0) return true;
    const first = this.#timers.peek();
    return first !== undefined && this.#isDue(first, this.#loop.time());
  }

  /** Gives the host back: asks for the next turn, or for a wake-up at the earliest timer, or for nothing. */
  #rest(): void {
    if (this.#ready.length > 0) {
      this.#arm();
      return;
    }
    const first = this.#timers.peek();
    // A clock that jumps can't jump to a deadline that never comes.
    if (first === undefined || (first._when === Infinity && this.#standsStill)) {
      this.#wakeUp?.cancel();
      this.#wakeUp = null;
      this.#idle();
      return;
    }
    // An armed wake-up that is earlier is left alone: it comes early, and rests again.
    // The two clocks are one as a rule: then the deadline is hit exactly.
    const when = first._when + (-this.#loop.time() + this.#host.now());
    if (this.#wakeUp !== null && this.#wakeAt <= when) return;
    this.#wakeUp?.cancel();
    this.#wakeAt = when;
    this.#wakeUp = this.#host.wake_at(when, this.#wake);
  }

  readonly #wake = (): void => {
    this.#wakeUp = null;
    this.#slice();
  };

  #sleep(): void {
    const when = this.#timers.peek()?._when ?? Infinity;
    if (when === Infinity) {
      const isStuck = this.#standsStill && !this.#awaitsHost();
      throw isStuck ? new RuntimeError(this.#stallMessage()) : needsHost('something outside of the loop');
    }
    const ahead = -this.#loop.time() + this.#host.now();
    this.#host.block(Math.max(0, when + ahead - this.#host.now()), when + ahead);
  }

  // Nothing to do any more: law 10

  /** On a clock that jumps: there is nothing left to jump to. */
  #idle(): void {
    const host = this.#host;
    if (host.idle === undefined) return;
    // What the microtasks after this slice bring about counts too.
    host.turn(() => {
      const nothing =
        this.#ready.length === 0 && (this.#timers.peek()?._when ?? Infinity) === Infinity && !this.#inSlice;
      if (!this.#running || !nothing || this.#awaitsHost() || host.idle?.() !== true) return;
      this.abort(new RuntimeError(this.#stallMessage()));
    });
  }

  /** Whether something is awaited that isn't the library's, so that nobody can tell whether it will happen. */
  #awaitsHost(): boolean {
    if (this.#loop._promises > 0 || this.#loop._signals.size > 0) return true;
    for (const task of this.#loop._all_tasks()) if (task._native?.isAway() === true) return true;
    return false;
  }

  /** Nothing can wake the loop any more, and the process is about to exit. */
  #stalled(): void {
    if (!this.#running || this.#ready.length > 0 || this.#timers.length > 0) return;
    if (this.#loop._signals.size > 0) {
      // A signal may come, but waiting for it keeps no process alive.
      this.#wakeAt = this.#host.now() + A_DAY;
      this.#wakeUp = this.#host.wake_at(this.#wakeAt, this.#wake);
      return;
    }
    warn(this.#stallMessage(), 'RuntimeWarning');
    this.#host.set_exit_code(13);
  }

  #stallMessage(): string {
    return stallMessage(this.#loop._all_tasks());
  }

  // Debug mode

  #measure(entry: Runnable): void {
    this.#measuring = entry;
    this.#measuringSince = this.#loop.time();
    try {
      entry._run();
    } finally {
      if (!running.touchedNative) this.#measured(entry);
    }
  }

  #measured(entry: Runnable): void {
    this.#measuring = null;
    const duration = this.#loop.time() - this.#measuringSince;
    if (duration >= this.#loop.slow_callback_duration) {
      logger.warning('Executing %s took %.3f seconds', repr(entry), duration);
    }
  }
}
