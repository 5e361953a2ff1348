/**
 * Workers: where functions run beside this thread. What executors want of the platform.
 *
 * An executor keeps the queue, the futures and Python's rules; a pool of workers makes the calls. The face of a
 * platform that has workers sets them; without any, executors can't be made.
 */
import { NotImplementedError } from '../builtins/exceptions.js';
import type { Context } from '../contextvars/context.js';

/** What a worker is: a thread of this process, or a process of its own. */
export type WorkerKind = 'thread' | 'process';

/** A function with its arguments. */
export interface Call {
  readonly fn: (...args: never[]) => unknown;
  readonly args: readonly unknown[];
}

/** A call, and what belongs to it on this side. */
export interface WorkerCall extends Call {
  /** The values that go along, where they can be cloned; null for none. */
  readonly context: Context | null;
  /** The loop on whose behalf the call is made, as `main_loop` in the worker stands for it; null if there is none. */
  readonly loop: object | null;
}

/** How a call has ended. */
export type Outcome =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'raised'; readonly error: Error }
  /** The worker couldn't be set up: its initializer has failed. */
  | { readonly kind: 'uninitialized'; readonly error: Error };

/** How a pool makes its workers. */
export interface PoolOptions {
  readonly kind: WorkerKind;
  /** How many there may be. */
  readonly size: number;
  /** What their names begin with. */
  readonly prefix: string;
  /** Called in each before anything else. */
  readonly initializer: Call | null;
  /** After how many calls a worker is replaced; null for never. */
  readonly tasksPerWorker: number | null;
  /** Told once if a worker dies: then the pool is of no use any more, and no call that is under way ends. */
  readonly onDeath: (reason: Error) => void;
}

/** Some workers. They don't keep the process alive while they have nothing to do. */
export interface Pool {
  /** Makes a call, in a worker that is idle or is made for it. No more are made at a time than there may be workers. */
  call(call: WorkerCall, ended: (outcome: Outcome) => void): void;
  /** Ends the workers, which do nothing any more. */
  close(): Promise<void>;
  /** Ends processes that may be busy, which counts as their death. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

/** The workers of a platform. */
export interface Workers {
  /** How many threads run at once. */
  readonly parallelism: number;
  /** The loop of code that runs now. */
  surroundings(): Pick<WorkerCall, 'loop'>;
  open(options: PoolOptions): Pool;
  /** The URL of a module, given by that or by the path of its file; null if it can't be told from where it is. */
  moduleUrl(module: string): string | null;
}

let make: (() => Workers) | null = null;
let platform: Workers | null = null;

/** Sets the workers of the platform, which are made when a program needs them. */
export function setWorkers(factory: () => Workers): void {
  make = factory;
  platform = null;
}

/** The workers of the platform; null if it has none. */
export function workersIfAny(): Workers | null {
  return (platform ??= make?.() ?? null);
}

/** The workers of the platform, for what can't do without. */
export function workers(): Workers {
  const found = workersIfAny();
  if (found !== null) return found;
  throw new NotImplementedError(
    'executors need threads, and in browsers the library has none: a Web Worker can load only a file that the page serves',
  );
}
