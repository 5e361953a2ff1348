/** Runs one TypeScript program, and tells the page what it prints and what its loops do. Then it is thrown away. */
import { BaseEventLoop, DefaultEventLoopPolicy, VirtualHost, debug } from 'asyncio-ts';
import type { Run, TraceEvent, WorkerScope } from '../messages';
import { locate } from './modules';
import { describe, redirectConsole } from './printing';
import { toModule } from './source';

const scope = globalThis as unknown as WorkerScope;

/** A page that draws three hundred tasks has some ten thousand records to look at; more than this nobody reads. */
const MOST_RECORDS = 50_000;

/** Records are handed over in lots. */
const LOT = 500;

scope.onmessage = ({ data }) => {
  scope.onmessage = null;
  void run(data);
};

async function run({ source, traced, virtual }: Run): Promise<void> {
  if (virtual) DefaultEventLoopPolicy.prototype.new_event_loop = () => new BaseEventLoop({ host: new VirtualHost() });
  redirectConsole((stream, text) => {
    flush();
    scope.postMessage({ type: 'print', stream, text });
  });
  let failed = false;
  const fail = (error: unknown) => {
    failed = true;
    scope.postMessage({ type: 'print', stream: 'error', text: describe(error) });
  };
  scope.addEventListener('error', (event) => {
    event.preventDefault();
    fail(event.error ?? event.message);
  });
  scope.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    fail(event.reason);
  });

  let lot: TraceEvent[] = [];
  let told = 0;
  let running = 0;
  let firstTime: number | null = null;
  let lastTime = 0;
  let whenIdle: (() => void) | null = null;
  const flush = () => {
    if (lot.length > 0) scope.postMessage({ type: 'trace', events: lot, dropped: Math.max(0, told - MOST_RECORDS) });
    lot = [];
  };
  const trace = debug.trace((event: TraceEvent) => {
    firstTime ??= event.time;
    lastTime = event.time;
    if (event.type === 'loop_begins') running += 1;
    if (event.type === 'loop_ends' && --running === 0) whenIdle?.();
    if (!traced) return;
    told += 1;
    if (told <= MOST_RECORDS) lot.push(event);
    if (lot.length >= LOT) flush();
  });

  let began = performance.now();
  try {
    const address = URL.createObjectURL(new Blob([await toModule(source, locate)], { type: 'text/javascript' }));
    scope.postMessage({ type: 'started' });
    began = performance.now();
    await import(/* @vite-ignore */ address);
    // Who forgets to wait for `asyncio.run` has a program that goes on.
    if (running > 0) await new Promise<void>((resolve) => (whenIdle = resolve));
  } catch (error) {
    fail(error);
  }
  const seconds = virtual ? lastTime - (firstTime ?? lastTime) : (performance.now() - began) / 1000;
  trace.stop();
  // What nobody has looked at is reported when a page goes: here that is now.
  scope.dispatchEvent(new Event('pagehide'));
  flush();
  scope.postMessage({ type: 'end', seconds, failed });
}
