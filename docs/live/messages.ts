/** What a page and the workers that run its programs say to each other. */
import type { debug } from 'asyncio-ts';

/** A record of a trace. */
export type TraceEvent = debug.TraceEvent;

/** Where something was printed to. */
export type Stream = 'output' | 'warning' | 'error';

/** From the page, once in the life of a worker: what it is to run. */
export interface Run {
  readonly source: string;
  /** Whether what the loop does is recorded. */
  readonly traced: boolean;
  /** Whether the clock of its loops jumps to the next deadline; for TypeScript only. */
  readonly virtual: boolean;
  /** Where the files of Pyodide are; for Python only. */
  readonly pyodide: string;
}

/** From the worker, as it happens. `started`: it has loaded what it needs, and the program begins. */
export type News =
  | { readonly type: 'started' }
  | { readonly type: 'print'; readonly stream: Stream; readonly text: string }
  | { readonly type: 'trace'; readonly events: readonly TraceEvent[]; readonly dropped: number }
  | { readonly type: 'end'; readonly seconds: number; readonly failed: boolean };

/** The side of a worker; the types of a page know it only as a window. */
export interface WorkerScope {
  postMessage(news: News): void;
  onmessage: ((message: MessageEvent<Run>) => void) | null;
  dispatchEvent(event: Event): boolean;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  addEventListener(type: 'unhandledrejection', listener: (event: PromiseRejectionEvent) => void): void;
}
