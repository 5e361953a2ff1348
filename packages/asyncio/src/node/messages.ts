/** What this thread and a worker tell each other. All of it can be cloned. */
import type { MessagePort } from 'node:worker_threads';
import type { Place } from '../concurrent/importable.js';

/** Where a worker gets a function from: its module, or its text. */
export type FunctionReference =
  ({ readonly from: 'module' } & Place) | { readonly from: 'text'; readonly text: string; readonly name: string };

/** An exception, taken apart. */
export interface PackedError {
  /** The class of the library that it is of, or extends; null for an error of the language. */
  readonly type: { readonly module: string; readonly name: string } | null;
  /** The class itself, if it was made importable. */
  readonly place: Place | null;
  /** The name of the class itself. */
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly args: PackedValues;
  readonly cause: PackedValues;
  readonly context: PackedValues;
  readonly notes: readonly string[] | null;
  /** The exceptions of a group. */
  readonly exceptions: PackedValues | null;
  /** What else it has. */
  readonly fields: readonly { readonly key: string; readonly value: PackedValues; readonly isShown: boolean }[];
}

/** Values, some of which clones alone would not give back as they were. */
export interface PackedValues {
  readonly values: readonly unknown[];
  /** Where an exception stands. */
  readonly errors: readonly number[];
  /** Where a `Buffer` stands. */
  readonly buffers: readonly number[];
}

/** A function with its arguments. */
export interface PackedCall {
  readonly fn: FunctionReference;
  readonly args: PackedValues;
}

/** A call that a worker is to make. */
export interface Request extends PackedCall {
  readonly kind: 'call';
  readonly id: number;
  readonly context: readonly (readonly [name: string, PackedValues])[];
  /** The number of the loop that `main_loop` stands for. */
  readonly loop: number | null;
}

/** How a worker is set up. */
export interface Setup {
  readonly name: string;
  /** Makes the number in the name of a thread; null if the name is whole. */
  readonly counter: Int32Array | null;
  readonly initializer: PackedCall | null;
  /** The modules to be imported before any of the program's, since they say how these are loaded. */
  readonly preloads: readonly string[];
}

/** What came of a call. */
export interface PackedOutcome {
  readonly kind: 'returned' | 'raised' | 'uninitialized';
  readonly values: PackedValues;
}

/** The end of a call. */
export interface Ended {
  readonly kind: 'ended';
  readonly id: number;
  readonly outcome: PackedOutcome;
}

/** A call that the worker asks of the main thread's loop. */
export interface LoopCall extends PackedCall {
  readonly kind: 'loop call';
  readonly loop: number;
  /** Whether the call makes a coroutine, of whose end the worker wants to hear; under which number. */
  readonly reply: number | null;
  /** Where a thread hears of it. */
  readonly port?: MessagePort;
}

/** The worker wants the coroutine of a loop call cancelled. */
export interface LoopCancel {
  readonly kind: 'loop cancel';
  readonly reply: number;
}

/** The end of a coroutine that a worker has asked for; null if it was cancelled. */
export interface Reply {
  readonly kind: 'reply';
  readonly reply: number;
  readonly outcome: PackedOutcome | null;
}

export type ToWorker = Request | Reply | ({ readonly kind: 'setup' } & Setup);
export type FromWorker = Ended | LoopCall | LoopCancel;

/** Sends a message, and moves some of its parts. */
export type Send<Message> = (message: Message, parts: readonly object[]) => void;
