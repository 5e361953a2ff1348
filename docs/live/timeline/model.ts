/**
 * What a timeline shows, read from the records of a trace.
 *
 * A place on it is a *step*: each handle that runs takes one unit, so that what happens within a microsecond can be seen as
 * well as what takes a second. Between two turns there is a little room, and more of it where the loop has slept.
 */
import type { debug } from 'asyncio-ts';

type TraceEvent = debug.TraceEvent;
type TraceHandle = debug.TraceHandle;
type TraceCause = debug.TraceCause;

/** A place: how far along in steps, and the loop's time. */
export interface Place {
  readonly step: number;
  readonly time: number;
}

/** What a task does for a while. */
export interface Span {
  readonly kind: 'run' | 'ready' | 'wait';
  readonly from: Place;
  to: Place;
  /** Of a wait: what for. */
  readonly text: string;
  /** The turn in which it began. */
  readonly turn: number;
}

/** A row of the timeline: a task, or, with the number 0, the callbacks of the loop. */
export interface Lane {
  readonly task: number;
  name: string;
  readonly coro: string;
  readonly from: Place;
  to: Place | null;
  outcome: debug.TraceOutcome | null;
  exception: string | null;
  readonly spans: Span[];
}

/** Who has made, woken or cancelled whom. Lanes are told by their index. */
export interface Arrow {
  readonly kind: 'create' | 'wake' | 'cancel';
  readonly at: Place;
  readonly from: number;
  readonly to: number;
}

/** One iteration of the loop. */
export interface Turn {
  readonly loop: number;
  readonly number: number;
  readonly from: Place;
  to: Place;
  readonly ready: readonly TraceHandle[];
  readonly timers: number;
  readonly next_deadline: number | null;
  /** For how long the loop has slept before it, in seconds. */
  readonly slept: number;
}

export interface Timeline {
  readonly lanes: readonly Lane[];
  readonly turns: readonly Turn[];
  readonly arrows: readonly Arrow[];
  /** How many steps it is long. */
  readonly steps: number;
  readonly begin: number;
  readonly end: number;
}

/** Room between two turns, and where the loop has slept, in steps. */
const ROOM = 0.35;
const SLEEP = 1.2;

/** From how many seconds on a pause of the loop is one that the timeline shows. */
const SHORTEST_SLEEP = 0.0005;

/** Reads a trace. */
export function timelineOf(events: readonly TraceEvent[]): Timeline {
  const reader = new Reader(events);
  for (const event of events) reader.read(event);
  return reader.finish();
}

class Reader {
  readonly #lanes: Lane[] = [];
  readonly #indexes = new Map<number, number>();
  readonly #turns: Turn[] = [];
  readonly #arrows: Arrow[] = [];
  /** What a task does when its step has ended. */
  readonly #next = new Map<number, ['ready' | 'wait', string]>();
  readonly #begin: number;
  #step = 0;
  #time: number;
  #turn = 0;
  #lastTurnEnd: number | null = null;

  constructor(events: readonly TraceEvent[]) {
    this.#begin = events[0]?.time ?? 0;
    this.#time = this.#begin;
    this.#lane(0, 'loop', '');
  }

  finish(): Timeline {
    const here = this.#here();
    for (const lane of this.#lanes) if (lane.to === null) this.#end(lane, here);
    return {
      lanes: this.#lanes,
      turns: this.#turns,
      arrows: this.#arrows,
      steps: Math.max(this.#step, 1),
      begin: this.#begin,
      end: this.#time,
    };
  }

  read(event: TraceEvent): void {
    this.#time = event.time;
    switch (event.type) {
      case 'turn_begins':
        return this.#beginTurn(event);
      case 'turn_ends':
        this.#lastTurnEnd = event.time;
        this.#turn = 0;
        return;
      case 'handle_begins':
        if (event.kind !== 'step') this.#open(this.#lanes[0], 'run', event.name);
        return;
      case 'handle_ends':
        this.#step += 1;
        this.#extendTurn();
        this.#close(this.#lanes[0]);
        return;
      case 'task_created':
        this.#open(this.#lane(event.task, event.name, event.coro), 'ready', '');
        this.#arrow('create', event.by, event.task);
        return;
      case 'task_seen': {
        const lane = this.#lane(event.task, event.name, event.coro ?? '');
        if (event.state === 'waiting') this.#open(lane, 'wait', event.waits_for?.text ?? '');
        else if (event.state === 'ready') this.#open(lane, 'ready', '');
        else if (event.state === 'running') this.#open(lane, 'run', '');
        return;
      }
      case 'task_renamed': {
        const lane = this.#known(event.task);
        if (lane !== undefined) lane.name = event.name;
        return;
      }
      case 'step_begins':
        this.#open(this.#known(event.task), 'run', '');
        return;
      case 'task_waits':
        // The step ends right after: what comes then is known now.
        this.#next.set(event.task, event.waits_for.kind === 'turn' ? ['ready', ''] : ['wait', event.waits_for.text]);
        return;
      case 'step_ends': {
        // The bar of a step is as wide as its handle.
        const lane = this.#known(event.task);
        const [kind, text] = this.#next.get(event.task) ?? ['ready', ''];
        this.#next.delete(event.task);
        if (lane?.to === null) this.#open(lane, kind, text, this.#here(1));
        return;
      }
      case 'task_woken':
        this.#open(this.#known(event.task), 'ready', '');
        this.#arrow('wake', event.by, event.task);
        return;
      case 'cancel_requested':
        this.#arrow('cancel', event.by, event.task);
        return;
      case 'task_done': {
        const lane = this.#known(event.task);
        if (lane === undefined) return;
        lane.outcome = event.outcome;
        lane.exception = event.exception;
        this.#end(lane, this.#here(1));
        return;
      }
      default:
        return;
    }
  }

  #beginTurn(event: debug.TurnBegins): void {
    const slept = this.#lastTurnEnd === null ? 0 : event.time - this.#lastTurnEnd;
    if (this.#turns.length > 0) this.#step += slept >= SHORTEST_SLEEP ? SLEEP : ROOM;
    this.#turn = event.turn;
    const { loop, ready, timers, next_deadline } = event;
    const from = this.#here();
    const number = event.turn;
    this.#turns.push({ loop, number, from, to: from, ready, timers, next_deadline, slept });
  }

  #extendTurn(): void {
    const turn = this.#turns.at(-1);
    if (turn !== undefined) turn.to = this.#here();
  }

  #here(ahead = 0): Place {
    return { step: this.#step + (this.#turn > 0 ? ahead : 0), time: this.#time };
  }

  #lane(task: number, name: string, coro: string): Lane {
    const known = this.#known(task);
    if (known !== undefined) return known;
    const lane: Lane = { task, name, coro, from: this.#here(), to: null, outcome: null, exception: null, spans: [] };
    this.#indexes.set(task, this.#lanes.length);
    this.#lanes.push(lane);
    return lane;
  }

  #known(task: number): Lane | undefined {
    const index = this.#indexes.get(task);
    return index === undefined ? undefined : this.#lanes[index];
  }

  #open(lane: Lane | undefined, kind: Span['kind'], text: string, from = this.#here()): void {
    if (lane === undefined) return;
    this.#close(lane, from);
    lane.spans.push({ kind, from, to: from, text, turn: this.#turn });
  }

  #close(lane: Lane | undefined, at = this.#here()): void {
    const open = lane?.spans.at(-1);
    if (open !== undefined && open.to === open.from) open.to = at;
  }

  #end(lane: Lane, at: Place): void {
    this.#close(lane, at);
    lane.to = at;
  }

  #arrow(kind: Arrow['kind'], by: TraceCause | null, task: number): void {
    if (by === null || by.task === task) return;
    const from = this.#indexes.get(by.task ?? 0);
    const to = this.#indexes.get(task);
    if (from !== undefined && to !== undefined) this.#arrows.push({ kind, at: this.#here(0.5), from, to });
  }
}
