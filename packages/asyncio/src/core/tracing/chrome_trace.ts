/**
 * A trace in Chrome's format, which Perfetto and the browsers' developer tools read.
 *
 *     loop 1       run  ├─────────────────────────────────────┤
 *                  turn ├──────────┤├──────────┤   callbacks within them
 *     Task-1            ├step┤├ waits: sleep ─┤├step┤
 *     Task-2                 ├step┤
 *
 * A process is a loop, a thread a task; thread 0 is the loop's own. Arrows go from who makes, wakes or cancels a task
 * to the step that this brings about. An arrow is drawn when its end is there, so that none lacks one.
 */
import type { CancelRequested, StepBegins, TraceCause, TraceEvent, TraceHandle, TurnBegins } from './trace_events.js';

/** A record of Chrome's trace format. @public */
export interface ChromeEvent {
  /** What is shown. */
  readonly name: string;
  /** `X`: something that lasts; `i`: a moment; `s` and `f`: the ends of an arrow; `C`: a number; `M`: a name. */
  readonly ph: 'X' | 'i' | 's' | 'f' | 'C' | 'M';
  /** The loop. */
  readonly pid: number;
  /** The task; 0: the loop itself. */
  readonly tid: number;
  /** When, in microseconds. */
  readonly ts: number;
  /** How long, in microseconds; of `X`. */
  readonly dur?: number;
  /** The kind: `loop`, `turn`, `callback`, `step`, `wait`, `create`, `wake`, `cancel`, `exception`. */
  readonly cat?: string;
  /** What belongs together; of `s` and `f`. */
  readonly id?: number;
  /** That an arrow ends at what encloses it; of `f`. */
  readonly bp?: 'e';
  /** That a moment is one of its thread; of `i`. */
  readonly s?: 't';
  /** Whatever else is known. */
  readonly args?: Readonly<Record<string, unknown>>;
}

/** A trace in Chrome's format, in the form of an object. @public */
export interface ChromeTrace {
  /** The records; names first, then by their times. */
  readonly traceEvents: readonly ChromeEvent[];
  /** The unit in which times are shown. */
  readonly displayTimeUnit: 'ms';
}

/** The thread of the loop itself. */
const LOOP = 0;

/** Records of the same time: what encloses others first. */
type Slice = { -readonly [Key in keyof ChromeEvent]: ChromeEvent[Key] };

interface Place {
  readonly pid: number;
  readonly tid: number;
}

/** The beginning of an arrow. */
interface Arrow extends Place {
  readonly ts: number;
  readonly cat: string;
}

function microseconds(seconds: number): number {
  return seconds * 1e6;
}

class ChromeWriter {
  readonly #names: ChromeEvent[] = [];
  readonly #events: Slice[] = [];
  /** What lasts still, by thread, the innermost last. */
  readonly #open = new Map<string, Slice[]>();
  readonly #tasks = new Map<number, { readonly place: Place; named: ChromeEvent }>();
  readonly #loopOfHandle = new Map<number, number>();
  /** Arrows that end with the next step of a task. */
  readonly #arrows = new Map<number, Arrow[]>();
  /** What tasks will wait for when their steps end. */
  readonly #waits = new Map<number, { readonly name: string; readonly args: Record<string, unknown> }>();
  #arrowCount = 0;
  #now = 0;

  write(events: readonly TraceEvent[]): ChromeTrace {
    for (const event of events) {
      this.#now = Math.max(this.#now, microseconds(event.time));
      this.#add(event);
    }
    for (const slices of this.#open.values()) for (const slice of slices) this.#close(slice, this.#now);
    // Clocks of several loops may differ; what has the same time stays in order.
    this.#events.sort((left, right) => left.ts - right.ts);
    return { traceEvents: [...this.#names, ...this.#events], displayTimeUnit: 'ms' };
  }

  #add(event: TraceEvent): void {
    const pid = event.loop;
    const ts = microseconds(event.time);
    const loop = { pid, tid: LOOP };
    switch (event.type) {
      case 'loop_begins':
        this.#begin(loop, ts, 'run', 'loop');
        break;
      case 'loop_ends':
      case 'turn_ends':
        this.#end(loop, ts);
        break;
      case 'turn_begins':
        this.#turn(event, loop, ts);
        break;
      case 'handle_begins':
        this.#loopOfHandle.set(event.handle, pid);
        if (event.kind !== 'step') this.#begin(loop, ts, event.name, 'callback', { handle: event.handle });
        break;
      case 'handle_ends':
        if (this.#isCallback(loop)) this.#end(loop, ts);
        break;
      case 'task_created':
        this.#nameTask(event.task, pid, event.name, event.coro);
        this.#arrow(event.task, event.by, ts, 'create');
        break;
      case 'task_seen':
        this.#nameTask(event.task, pid, event.name, event.coro);
        if (event.waits_for !== null) this.#wait(event.task, ts, event.waits_for.text, { chain: event.chain });
        break;
      case 'task_renamed':
        this.#nameTask(event.task, pid, event.name, null);
        break;
      case 'step_begins':
        this.#step(event, ts);
        break;
      case 'step_ends':
        this.#stepEnds(event.task, ts);
        break;
      case 'task_waits':
        this.#waits.set(event.task, {
          name: event.waits_for.text,
          args: { chain: event.chain, ...(event.where === null ? {} : { where: event.where }) },
        });
        break;
      case 'task_woken':
        this.#arrow(event.task, event.by, ts, 'wake');
        break;
      case 'cancel_requested':
        this.#cancel(event, ts);
        break;
      case 'task_done':
        this.#done(event.task, event.outcome, event.exception, ts);
        break;
      default:
      // What is scheduled shows when it runs; futures show by what they wake.
    }
  }

  #turn(event: TurnBegins, loop: Place, ts: number): void {
    this.#begin(loop, ts, `turn ${String(event.turn)}`, 'turn', { ready: event.ready.map(describe) });
    this.#events.push({ name: 'ready', ph: 'C', ...loop, ts, args: { handles: event.ready.length } });
  }

  #step(event: StepBegins, ts: number): void {
    const { place, named } = this.#task(event.task, event.loop);
    // It has waited until now.
    this.#endAll(place, ts, 'wait');
    this.#begin(place, ts, String(named.args?.name), 'step', { handle: event.handle });
    for (const arrow of this.#arrows.get(event.task) ?? []) {
      const id = ++this.#arrowCount;
      const { cat } = arrow;
      this.#events.push({ name: cat, ph: 's', ...arrow, id });
      this.#events.push({ name: cat, ph: 'f', bp: 'e', ...place, ts: Math.max(ts, arrow.ts), cat, id });
    }
    this.#arrows.delete(event.task);
  }

  #stepEnds(task: number, ts: number): void {
    const { place } = this.#task(task, 0);
    this.#endAll(place, ts, 'step');
    const wait = this.#waits.get(task);
    if (wait === undefined) return;
    this.#waits.delete(task);
    this.#wait(task, ts, wait.name, wait.args);
  }

  #wait(task: number, ts: number, text: string, args: Record<string, unknown>): void {
    this.#begin(this.#task(task, 0).place, ts, `waits: ${text}`, 'wait', args);
  }

  #cancel(event: CancelRequested, ts: number): void {
    const { place } = this.#task(event.task, event.loop);
    const forwarded = event.forwarded_to === null ? {} : { forwarded_to: event.forwarded_to.text };
    const args = { msg: event.msg, ...forwarded };
    this.#events.push({ name: 'cancel', ph: 'i', s: 't', ...place, ts, cat: 'cancel', args });
    this.#arrow(event.task, event.by, ts, 'cancel');
  }

  #done(task: number, outcome: string, exception: string | null, ts: number): void {
    this.#waits.delete(task);
    if (outcome === 'result') return;
    const { place } = this.#task(task, 0);
    const name = exception ?? outcome;
    this.#events.push({ name, ph: 'i', s: 't', ...place, ts, cat: outcome === 'cancelled' ? 'cancel' : outcome });
  }

  /** An arrow from whoever executes to the next step of a task. */
  #arrow(task: number, by: TraceCause | null, ts: number, cat: string): void {
    const from = this.#placeOf(by);
    if (from === null) return;
    const arrows = this.#arrows.get(task);
    const arrow = { ...from, ts, cat };
    if (arrows === undefined) this.#arrows.set(task, [arrow]);
    else arrows.push(arrow);
  }

  #placeOf(by: TraceCause | null): Place | null {
    if (by === null) return null;
    if (by.task !== null) return this.#task(by.task, 0).place;
    const loop = by.handle === null ? undefined : this.#loopOfHandle.get(by.handle);
    return loop === undefined ? null : { pid: loop, tid: LOOP };
  }

  // Threads

  #task(task: number, pid: number): { readonly place: Place; named: ChromeEvent } {
    // The record that has introduced it may have been dropped.
    return this.#tasks.get(task) ?? this.#nameTask(task, pid, `task ${String(task)}`, null);
  }

  #nameTask(
    task: number,
    pid: number,
    name: string,
    coro: string | null,
  ): { readonly place: Place; named: ChromeEvent } {
    const known = this.#tasks.get(task);
    const place = known?.place ?? { pid, tid: task };
    const shown = coro === null ? name : `${name} ${coro}()`;
    const named: ChromeEvent = { name: 'thread_name', ph: 'M', ...place, ts: 0, args: { name: shown } };
    if (known !== undefined) {
      this.#names[this.#names.indexOf(known.named)] = named;
      known.named = named;
      return known;
    }
    this.#nameLoop(pid);
    this.#names.push(named);
    this.#names.push({ name: 'thread_sort_index', ph: 'M', ...place, ts: 0, args: { sort_index: task } });
    const made = { place, named };
    this.#tasks.set(task, made);
    return made;
  }

  #nameLoop(pid: number): void {
    if (this.#names.some((event) => event.name === 'process_name' && event.pid === pid)) return;
    const loop = { ph: 'M', pid, tid: LOOP, ts: 0 } as const;
    this.#names.push({ name: 'process_name', ...loop, args: { name: `loop ${String(pid)}` } });
    this.#names.push({ name: 'thread_name', ...loop, args: { name: 'the loop' } });
    this.#names.push({ name: 'thread_sort_index', ...loop, args: { sort_index: LOOP } });
  }

  // What lasts

  #slices({ pid, tid }: Place): Slice[] {
    const key = `${String(pid)}/${String(tid)}`;
    let slices = this.#open.get(key);
    if (slices === undefined) this.#open.set(key, (slices = []));
    return slices;
  }

  #begin(place: Place, ts: number, name: string, cat: string, args?: Record<string, unknown>): void {
    if (place.tid === LOOP) this.#nameLoop(place.pid);
    const slice: Slice = { name, ph: 'X', ...place, ts, dur: 0, cat };
    if (args !== undefined) slice.args = args;
    this.#events.push(slice);
    this.#slices(place).push(slice);
  }

  #end(place: Place, ts: number): void {
    const slice = this.#slices(place).pop();
    if (slice !== undefined) this.#close(slice, ts);
  }

  /** Ends the innermost, as long as it is of a kind. */
  #endAll(place: Place, ts: number, cat: string): void {
    while (this.#slices(place).at(-1)?.cat === cat) this.#end(place, ts);
  }

  #isCallback(loop: Place): boolean {
    return this.#slices(loop).at(-1)?.cat === 'callback';
  }

  #close(slice: Slice, ts: number): void {
    slice.dur = Math.max(0, ts - slice.ts);
  }
}

function describe(handle: TraceHandle): string {
  return handle.kind === 'step' ? `step of ${handle.name}` : handle.name;
}

/** Turns the records of a trace into Chrome's. */
export function toChrome(events: readonly TraceEvent[]): ChromeTrace {
  return new ChromeWriter().write(events);
}
