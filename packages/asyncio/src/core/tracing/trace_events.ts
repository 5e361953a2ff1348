/** What a trace tells: records that are plain data, one interface for each kind. */

/**
 * What all records of a trace have.
 *
 * Tasks, futures, handles and loops are told by numbers, each kind by its own, which count from 1 in the order in which
 * the trace first saw them.
 *
 * @public
 */
export interface TraceRecord {
  /** The number of the record, from 1 on, with no gap. */
  readonly seq: number;
  /** The loop's time, in seconds. */
  readonly time: number;
  /** The loop. */
  readonly loop: number;
  /** The turn (iteration) of the loop, counted from 1 since the trace saw the loop first; 0 before. */
  readonly turn: number;
}

/** On whose behalf something happened. @public */
export interface TraceCause {
  /** The task that executed; null if it was a callback. */
  readonly task: number | null;
  /**
   * The handle that executed; null if the trace has not seen it begin, or a native body has come back from a promise.
   */
  readonly handle: number | null;
}

/** What a handle is that waits for its turn. A step of a task is one too. @public */
export interface TraceHandle {
  /** The handle: each time that something is scheduled gets a number of its own. */
  readonly handle: number;
  /** A task's step, a callback that was due at once, or at a time, or something of a transport's. */
  readonly kind: 'step' | 'callback' | 'timer' | 'io';
  /** The name of the task, or of the function. */
  readonly name: string;
  /** The task whose step it is; of a callback, the task that it is told about. */
  readonly task: number | null;
  /** The future that has woken the task; of a callback, the future that it is told about. */
  readonly future: number | null;
}

/** What a task waits for. @public */
export interface TraceAwaited {
  /**
   * A task, a `gather`, a `shield`, the end of a `sleep`, any other future; `turn`: its next turn, as by `sleep(0)`;
   * `promise`: something that isn't the library's.
   */
  readonly kind: 'task' | 'gather' | 'shield' | 'sleep' | 'future' | 'turn' | 'promise';
  /** The future; null if it is a task, or no future. */
  readonly future: number | null;
  /** The tasks behind it: the task itself, the one that is shielded, or those of a `gather` that are not done. */
  readonly tasks: readonly number[];
  /** When a `sleep` ends. */
  readonly until: number | null;
  /** A few words for people, such as `Task-2` or `gather of 3`. */
  readonly text: string;
}

/** How a task or a future has ended. @public */
export type TraceOutcome = 'result' | 'exception' | 'cancelled';

/** A loop begins to run. @public */
export interface LoopBegins extends TraceRecord {
  /** Which record it is. */
  readonly type: 'loop_begins';
}

/** A loop has run to its end. @public */
export interface LoopEnds extends TraceRecord {
  /** Which record it is. */
  readonly type: 'loop_ends';
  /** The repr of the exception that has ended it; null if it was stopped. */
  readonly exception: string | null;
}

/** A turn begins: what is ready now runs, in this order. @public */
export interface TurnBegins extends TraceRecord {
  /** Which record it is. */
  readonly type: 'turn_begins';
  /** The ready queue. Timers that have become due stand at its end. */
  readonly ready: readonly TraceHandle[];
  /** How many timers wait. */
  readonly timers: number;
  /** When the next of them is due. */
  readonly next_deadline: number | null;
}

/** All handles that were ready when the turn began have run. @public */
export interface TurnEnds extends TraceRecord {
  /** Which record it is. */
  readonly type: 'turn_ends';
}

/** Something was scheduled: a callback, a timer, the step of a task. @public */
export interface HandleScheduled extends TraceRecord, TraceHandle {
  /** Which record it is. */
  readonly type: 'handle_scheduled';
  /** When a timer is due; null for what is ready at once. */
  readonly when: number | null;
  /** Who has scheduled it; null: code outside of the loop. */
  readonly by: TraceCause | null;
}

/** A handle was cancelled before it ran. @public */
export interface HandleCancelled extends TraceRecord {
  /** Which record it is. */
  readonly type: 'handle_cancelled';
  /** The handle. */
  readonly handle: number;
  /** Who has cancelled it; null: code outside of the loop. */
  readonly by: TraceCause | null;
}

/** A handle begins to run. @public */
export interface HandleBegins extends TraceRecord, TraceHandle {
  /** Which record it is. */
  readonly type: 'handle_begins';
}

/** A handle has run, the microtasks of native bodies included. @public */
export interface HandleEnds extends TraceRecord {
  /** Which record it is. */
  readonly type: 'handle_ends';
  /** The handle. */
  readonly handle: number;
}

/** A task was made. @public */
export interface TaskCreated extends TraceRecord {
  /** Which record it is. */
  readonly type: 'task_created';
  /** The task. */
  readonly task: number;
  /** Its name. */
  readonly name: string;
  /** The qualified name of its coroutine. */
  readonly coro: string;
  /** Who has made it; null: code outside of the loop. */
  readonly by: TraceCause | null;
  /** Where, as `file:line`; known in debug mode only. */
  readonly where: string | null;
}

/** A task that was there before the trace began. @public */
export interface TaskSeen extends TraceRecord {
  /** Which record it is. */
  readonly type: 'task_seen';
  /** The task. */
  readonly task: number;
  /** Its name. */
  readonly name: string;
  /** The qualified name of its coroutine; null if that is gone. */
  readonly coro: string | null;
  /** It executes, its step is scheduled, it waits, or it is done. */
  readonly state: 'running' | 'ready' | 'waiting' | 'done';
  /** What it waits for. */
  readonly waits_for: TraceAwaited | null;
  /** The qualified names of its coroutine and of those that this awaits, outermost first. */
  readonly chain: readonly string[];
}

/** A task got another name. @public */
export interface TaskRenamed extends TraceRecord {
  /** Which record it is. */
  readonly type: 'task_renamed';
  /** The task. */
  readonly task: number;
  /** Its new name. */
  readonly name: string;
}

/** A task begins to execute, or goes on. @public */
export interface StepBegins extends TraceRecord {
  /** Which record it is. */
  readonly type: 'step_begins';
  /** The task. */
  readonly task: number;
  /**
   * The handle whose execution it is; null if the trace began within the step, or a native body has come back from a
   * promise.
   */
  readonly handle: number | null;
}

/** A task executes no longer: it waits, or is done. @public */
export interface StepEnds extends TraceRecord {
  /** Which record it is. */
  readonly type: 'step_ends';
  /** The task. */
  readonly task: number;
  /** The handle. */
  readonly handle: number | null;
}

/** A task waits; the step ends right after. @public */
export interface TaskWaits extends TraceRecord {
  /** Which record it is. */
  readonly type: 'task_waits';
  /** The task. */
  readonly task: number;
  /** What it waits for. */
  readonly waits_for: TraceAwaited;
  /** The qualified names of its coroutine and of those that this awaits, outermost first. */
  readonly chain: readonly string[];
  /** Where the innermost of these was called, as `file:line`; known in debug mode only. */
  readonly where: string | null;
}

/** What a task waited for is done: its next step is scheduled. @public */
export interface TaskWoken extends TraceRecord {
  /** Which record it is. */
  readonly type: 'task_woken';
  /** The task. */
  readonly task: number;
  /** The handle of the step. */
  readonly handle: number;
  /** The future, unless it is a task. */
  readonly future: number | null;
  /** The task that it has waited for. */
  readonly awaited_task: number | null;
  /** Who has ended that; null: code outside of the loop. */
  readonly by: TraceCause | null;
}

/** A task is to be cancelled. @public */
export interface CancelRequested extends TraceRecord {
  /** Which record it is. */
  readonly type: 'cancel_requested';
  /** The task. */
  readonly task: number;
  /** Who asks for it; null: code outside of the loop. */
  readonly by: TraceCause | null;
  /** The repr of the message; null if there is none. */
  readonly msg: string | null;
  /** What the task waits for, which is cancelled in its place; null: the next step of the task raises the error. */
  readonly forwarded_to: TraceAwaited | null;
}

/** A task that was to be cancelled while it executed has come to wait for something: that is cancelled. @public */
export interface CancelForwarded extends TraceRecord {
  /** Which record it is. */
  readonly type: 'cancel_forwarded';
  /** The task. */
  readonly task: number;
  /** What is cancelled in its place. */
  readonly forwarded_to: TraceAwaited;
}

/** A task has ended. @public */
export interface TaskDone extends TraceRecord {
  /** Which record it is. */
  readonly type: 'task_done';
  /** The task. */
  readonly task: number;
  /** How it has ended. */
  readonly outcome: TraceOutcome;
  /** The repr of its exception. */
  readonly exception: string | null;
}

/** A future has ended that is no task. @public */
export interface FutureDone extends TraceRecord {
  /** Which record it is. */
  readonly type: 'future_done';
  /** The future. */
  readonly future: number;
  /** How it has ended. */
  readonly outcome: TraceOutcome;
  /** The repr of its exception. */
  readonly exception: string | null;
  /** Who has ended it; null: code outside of the loop. */
  readonly by: TraceCause | null;
}

/** A record of a trace. @public */
export type TraceEvent =
  | LoopBegins
  | LoopEnds
  | TurnBegins
  | TurnEnds
  | HandleScheduled
  | HandleCancelled
  | HandleBegins
  | HandleEnds
  | TaskCreated
  | TaskSeen
  | TaskRenamed
  | StepBegins
  | StepEnds
  | TaskWaits
  | TaskWoken
  | CancelRequested
  | CancelForwarded
  | TaskDone
  | FutureDone;

const TYPES = [
  'loop_begins',
  'loop_ends',
  'turn_begins',
  'turn_ends',
  'handle_scheduled',
  'handle_cancelled',
  'handle_begins',
  'handle_ends',
  'task_created',
  'task_seen',
  'task_renamed',
  'step_begins',
  'step_ends',
  'task_waits',
  'task_woken',
  'cancel_requested',
  'cancel_forwarded',
  'task_done',
  'future_done',
] as const satisfies readonly TraceEvent['type'][];

/** The types of records. */
export const TRACE_TYPES: ReadonlySet<string> = new Set(TYPES);

/** Functions that are told of records as they are made, by the type of the record. @public */
export type TraceHooks = {
  readonly [Type in TraceEvent['type']]?: (event: Extract<TraceEvent, { readonly type: Type }>) => void;
};

/** A function that is told of each record as it is made, or an object of such functions. @public */
export type TraceHook = ((event: TraceEvent) => void) | TraceHooks;
