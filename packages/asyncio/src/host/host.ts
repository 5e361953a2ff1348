/**
 * What the library wants of the world, in one narrow interface.
 *
 * A loop does its own scheduling; of its host it asks for the time, for a fresh turn now and then, for a single wake-up
 * at its next deadline, and for a few services. Everything that touches a platform stands behind this interface.
 */

/** A call that was arranged with {@link Host.wake_at}. @public */
export interface WakeUp {
  /** Takes the arrangement back; does nothing once the call has been made. */
  cancel(): void;
}

/**
 * Carries a value along the asynchronous continuations of native code.
 *
 * Needed to find the task of a native `async` body that comes back from a promise which the library has never seen.
 *
 * @public
 */
export interface Tracker {
  /** Calls `callback` with `args`, and remembers `value` in it and in whatever continues it. */
  run<Args extends readonly unknown[], Result>(
    value: unknown,
    callback: (...args: Args) => Result,
    ...args: Args
  ): Result;
  /** The value remembered for the code that runs now; `undefined` outside any {@link Tracker.run}. */
  get(): unknown;
  /** Nobody asks any more, until the next {@link Tracker.run}: what is remembered may be forgotten. */
  stop?(): void;
}

/**
 * The platform of a loop: Node, a browser's page or worker, virtual time, or one of your own.
 *
 * No callback given to a host may throw, and a host calls none before the method that took it has returned.
 *
 * @remarks
 * **Python.** Takes the place of the `selector` that CPython's `BaseSelectorEventLoop` is given.
 *
 * @public
 */
export interface Host {
  /** The time in seconds on a clock that never goes back. */
  now(): number;

  /** Seconds within which a deadline counts as reached: CPython's `_clock_resolution`. */
  readonly resolution: number;

  /**
   * Calls `callback` in a fresh turn of the host, when input and output had their chance.
   *
   * Turns are taken in the order in which they were asked for. The callback runs outside any {@link Tracker.run}.
   */
  turn(callback: () => void): void;

  /** Calls `callback` when every microtask that waits has run, and as little else as the host can manage. */
  drain(callback: () => void): void;

  /**
   * Calls `callback` once when the clock reaches `when`, never earlier than {@link Host.resolution} before it.
   *
   * Until it is called or cancelled the arrangement keeps the process alive.
   */
  wake_at(when: number, callback: () => void): WakeUp;

  /**
   * Blocks the thread.
   *
   * @param seconds - For how long; `null` or infinity for ever, which is refused, since nothing could end it.
   * @param until - The time at which that is over, for a clock that can stop right there: a sum may be off by a little.
   * @throws RuntimeError if there is nothing to wait for, NotImplementedError if this host can't block.
   */
  block(seconds: number | null, until?: number): void;

  /** Finds the task of native bodies; `null` where the host can't, or mustn't. */
  readonly tracker: Tracker | null;

  /**
   * Whether {@link Host.tracker} may be used, for the whole process.
   *
   * It slows down every `await` in the process; a program that wraps its foreign promises can do without. Setting it
   * has no effect on hosts without a tracker.
   */
  tracking: boolean;

  /**
   * Asked by a loop with nothing ready and no timer: whether nothing on this host can ever wake it.
   *
   * A loop that is told `true` raises an error which names the waiting tasks. Hosts whose world is larger than they
   * can see leave the method out.
   */
  idle?(): boolean;

  /**
   * Told by a loop that something goes on for it in a worker: a clock that jumps stands still until the function is
   * called that this returns. Hosts whose clock is the world's leave the method out.
   */
  hold?(): () => void;

  /** Calls `callback` whenever the process is about to end for lack of work. Returns a function that removes it. */
  on_idle_exit(callback: () => void): () => void;

  /** Sets the exit code of the process, where there is one. */
  set_exit_code(code: number): void;

  /** Calls `callback` when the process ends, or the page goes away. Returns a function that removes it. */
  on_exit(callback: () => void): () => void;

  /**
   * Calls `callback` on each interrupt from the keyboard, instead of ending the process. Returns a function that
   * removes it, or `null` if the host has no such thing or the program has a handler of its own.
   */
  on_interrupt(callback: () => void): (() => void) | null;

  /** Issues a warning; `category` is the name of Python's class, such as `RuntimeWarning`. */
  emit_warning(message: string, category: string): void;

  /** Writes to the place for output: whole lines with their line ends. */
  write_output(text: string): void;

  /** Writes to the place for errors: log records, whole lines with their line ends. */
  write_error(text: string): void;

  /** Writes a file, or over one. Hosts without files leave the method out. */
  write_file?(path: string, text: string): void;

  /** The value of an environment variable. */
  environment(name: string): string | undefined;
}
