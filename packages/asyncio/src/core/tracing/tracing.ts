/** `asyncio.debug.trace()`: what loops and tasks do, turn by turn. */
import { isKeywords, signature } from '../../builtins/arguments.js';
import { NotImplementedError, TypeError, ValueError } from '../../builtins/exceptions.js';
import { installRepr, repr } from '../../builtins/repr.js';
import { defaultHost } from '../../host/registry.js';
import { toChrome, type ChromeTrace } from './chrome_trace.js';
import { AbstractEventLoop } from '../contract/events.js';
import { watching, type Observer } from '../common/observer.js';
import { Recorder } from './recorder.js';
import { TRACE_TYPES, type TraceEvent, type TraceHook } from './trace_events.js';

/** The keywords of {@link trace}. @public */
export interface TraceOptions {
  /** The only loop that is traced; by default all are. */
  readonly loop?: AbstractEventLoop | null | undefined;
  /** How many records are kept: the newest. By default all are. */
  readonly limit?: number | null | undefined;
}

/** Those who record now. */
let recorders: readonly Recorder[] = [];

function record(all: readonly Recorder[]): void {
  recorders = all;
  const [first] = all;
  watching.observer = first === undefined || all.length === 1 ? (first ?? null) : together(first);
}

/** Tells all who record. */
function together(first: Recorder): Observer {
  return new Proxy<Observer>(first, {
    get:
      (_, name: keyof Observer) =>
      (...told: never[]): void => {
        for (const recorder of recorders) (recorder[name] as (...told: never[]) => void).apply(recorder, told);
      },
  });
}

/** The newest records. */
class Records {
  readonly #limit: number;
  #records: TraceEvent[] = [];
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(event: TraceEvent): void {
    this.#count += 1;
    if (this.#limit === 0) return;
    this.#records.push(event);
    // Not one by one: that would move all others each time.
    if (this.#records.length >= 2 * this.#limit) this.#records = this.kept();
  }

  kept(): TraceEvent[] {
    return this.#limit === 0 ? [] : this.#records.slice(-this.#limit);
  }

  get dropped(): number {
    return Math.max(0, this.#count - this.#limit);
  }
}

/**
 * A recording of what loops and tasks do; {@link trace} begins one.
 *
 * Its records are plain data. It keeps neither tasks nor futures alive.
 *
 * @remarks
 * **Python.** Has no such thing.
 *
 * @example
 * ```ts
 * const trace = asyncio.debug.trace();
 * await asyncio.run(asyncio.sleep(1));
 * trace.stop();
 * trace.events.filter(({ type }) => type === 'task_waits').length; // => 1
 * ```
 *
 * @public
 */
export class Trace {
  readonly #records: Records;
  readonly #hook: TraceHook | null;
  #recorder: Recorder | null;
  /** A hook is being told: what it brings about itself is recorded, but not told. */
  #telling = false;

  /** @internal */
  constructor(hook: TraceHook | null, loop: AbstractEventLoop | null, limit: number) {
    this.#hook = hook;
    this.#records = new Records(limit);
    const recorder = new Recorder(loop, (event, about) => {
      this.#records.add(event);
      if (this.#hook !== null && !this.#telling) this.#tell(this.#hook, event, about);
    });
    this.#recorder = recorder;
    record([...recorders, recorder]);
    recorder.begin();
  }

  /** The records so far, in the order of their making: a new array each time. */
  get events(): TraceEvent[] {
    return this.#records.kept();
  }

  /** How many records were dropped, since there were more than the limit. */
  get dropped(): number {
    return this.#records.dropped;
  }

  /** Whether it still records. */
  is_active(): boolean {
    return this.#recorder !== null;
  }

  /** Ends the recording; nothing happens if it has ended already. */
  stop(): void {
    const recorder = this.#recorder;
    if (recorder === null) return;
    this.#recorder = null;
    record(recorders.filter((other) => other !== recorder));
  }

  /**
   * The records in Chrome's trace format, for {@link https://ui.perfetto.dev | Perfetto} and the developer tools of
   * browsers: a process for each loop, a thread for each task, arrows from who makes, wakes or cancels a task to the
   * step that this brings about. Times are in microseconds.
   *
   * @example
   * ```ts
   * const trace = asyncio.debug.trace();
   * await asyncio.run(asyncio.sleep(1));
   * trace.stop();
   * const waits = trace.to_chrome().traceEvents.filter(({ cat }) => cat === 'wait');
   * waits.map(({ name, dur }) => [name, Math.floor((dur ?? 0) / 1e6)]); // => [['waits: sleep', 1]]
   * ```
   */
  to_chrome(): ChromeTrace {
    return toChrome(this.events);
  }

  /**
   * Writes what {@link Trace.to_chrome} gives into a file, as JSON.
   *
   * @example
   * ```ts node no-run
   * const trace = asyncio.debug.trace();
   * await asyncio.run(asyncio.sleep(1));
   * trace.stop();
   * trace.write_chrome('trace.json');
   * ```
   *
   * @param path - The file, which is overwritten.
   * @throws OSError if it can't be written, NotImplementedError where there are no files, as in browsers.
   */
  write_chrome(path: string): void {
    const host = defaultHost();
    if (host.write_file === undefined) {
      throw new NotImplementedError('this platform gives no access to files; to_chrome() gives what would be written');
    }
    host.write_file(path, JSON.stringify(this.to_chrome()));
  }

  /** Enters: it records already. */
  __enter__(): this {
    return this;
  }

  /** Leaves: as {@link Trace.stop}. */
  __exit__(exc_type: unknown, exc: unknown, tb: unknown): void {
    void exc_type;
    void exc;
    void tb;
    this.stop();
  }

  /** As {@link Trace.stop}; what `using` calls. */
  [Symbol.dispose](): void {
    this.stop();
  }

  /** Such as `<Trace active events=12>`. */
  __repr__(): string {
    return `<Trace ${this.is_active() ? 'active' : 'stopped'} events=${String(this.events.length)}>`;
  }

  #tell(hook: TraceHook, event: TraceEvent, loop: AbstractEventLoop): void {
    this.#telling = true;
    try {
      if (typeof hook === 'function') hook(event);
      else (hook as Partial<Record<string, (event: TraceEvent) => void>>)[event.type]?.(event);
    } catch (exception) {
      loop.call_exception_handler({ message: 'Exception in a hook of a trace', exception });
    } finally {
      this.#telling = false;
    }
  }
}

installRepr(Trace);

const spec = signature('trace(hooks?, *, loop, limit)');

/** An object of hooks looks like keywords, but for its names. */
function isHooks(value: unknown): value is TraceHook {
  const names = isKeywords(value) ? Object.keys(value) : [];
  return names.length > 0 && names.every((name) => TRACE_TYPES.has(name));
}

function checkHook(hook: unknown): TraceHook | null {
  if (hook === null || hook === undefined) return null;
  if (typeof hook !== 'function' && typeof hook !== 'object') {
    throw new TypeError(`a hook has to be a function or an object of functions, got ${repr(hook)}`);
  }
  if (isKeywords(hook)) {
    for (const [name, told] of Object.entries(hook)) {
      if (!TRACE_TYPES.has(name)) throw new TypeError(`there are no records of type ${repr(name)} to be told of`);
      if (typeof told !== 'function')
        throw new TypeError(`the hook ${repr(name)} has to be a function, got ${repr(told)}`);
    }
  }
  return hook;
}

function checkLimit(limit: unknown): number {
  if (limit === null || limit === undefined) return Infinity;
  if (!Number.isInteger(limit)) throw new TypeError(`the limit has to be an int or None, got ${repr(limit)}`);
  if ((limit as number) < 0) throw new ValueError('the limit must not be negative');
  return limit as number;
}

/**
 * Records what loops and tasks do, until the trace is stopped: which turns the loop takes and what is ready in each,
 * when a task executes and what it waits for, who makes, wakes and cancels whom.
 *
 * All loops of the thread are traced, those that are made later too. Traces may overlap; each counts for itself. Tasks
 * that are there already are told of when the trace first sees their loop. While nobody traces, tracing costs nothing.
 *
 * A hook is told of each record as it is made, in the middle of what is recorded, so it should only look. What it
 * brings about itself is recorded but not told. If it throws, the loop's exception handler is told, and the program
 * goes on.
 *
 * @remarks
 * **Python.** asyncio has nothing like it.
 *
 * @example
 * ```ts
 * const child = asyncio.coroutine(async function child() {
 *   await asyncio.sleep(1);
 * });
 * const main = asyncio.coroutine(async function main() {
 *   const task = asyncio.create_task(child(), { name: 'child' });
 *   await asyncio.sleep(0.5);
 *   task.cancel();
 *   await asyncio.wait([task]);
 * });
 *
 * const trace = asyncio.debug.trace();
 * await asyncio.run(main());
 * trace.stop();
 *
 * const told: string[] = [];
 * for (const event of trace.events) {
 *   if (event.type === 'task_waits') told.push(`${event.chain.join(' > ')} waits for ${event.waits_for.text}`);
 *   if (event.type === 'cancel_requested') told.push('cancel');
 * }
 * told.slice(0, 3); // => ['main > sleep waits for sleep', 'child > sleep waits for sleep', 'cancel']
 * ```
 *
 * @example
 * With hooks, and nothing kept.
 * ```ts
 * const names: string[] = [];
 * const trace = asyncio.debug.trace({ task_created: (event) => names.push(event.coro) }, { limit: 0 });
 * await asyncio.run(asyncio.sleep(1));
 * trace.stop();
 * names[0]; // => 'sleep'
 * ```
 *
 * @param hooks - A function that is told of each record, or an object of functions by the types of records.
 * @param options - `loop`, `limit`; `hooks` as keyword too.
 * @throws TypeError or ValueError if an argument is wrong.
 * @public
 */
export function trace(hooks?: TraceHook | null, options?: TraceOptions): Trace;
export function trace(options: TraceOptions & { readonly hooks?: TraceHook | null }): Trace;
export function trace(...args: readonly unknown[]): Trace {
  const [hooks, loop, limit] = args.length === 1 && isHooks(args[0]) ? args : spec.bind(args);
  if (loop !== null && loop !== undefined && !(loop instanceof AbstractEventLoop)) {
    throw new TypeError(`an event loop was expected, got ${repr(loop)}`);
  }
  return new Trace(checkHook(hooks), loop ?? null, checkLimit(limit));
}
