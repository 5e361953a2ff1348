/** Coroutines that were made and have not begun: those that stay so are reported as never awaited. */
import { warn } from '../../host/log.js';
import type { Coroutine } from './coroutines.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { formatStack, type FrameSummary } from '../common/format_helpers.js';
import { Report, askDoubtful } from '../common/reports.js';
import { running, runningLoop } from '../common/running.js';

/** `coroutine 'f' was never awaited`. */
class NeverAwaited extends Report {
  readonly #what: string;
  readonly #origin: readonly FrameSummary[] | null;

  constructor(coroutine: Coroutine<unknown>, loop: AbstractEventLoop | null) {
    super(loop, coroutine);
    this.#what = coroutine._unawaited();
    this.#origin = coroutine._origin;
  }

  say(): void {
    let message = `${this.#what} was never awaited`;
    if (this.#origin !== null) {
      message += `\nCoroutine created at (most recent call last)\n${formatStack(this.#origin).trimEnd()}`;
    }
    if (this.loop === null) warn(message, 'RuntimeWarning');
    else this.loop._warn(message, 'RuntimeWarning');
  }
}

const FEW = 1024;

/** The last one made, until it begins: most do so before another one is made. */
let last: Coroutine<unknown> | null = null;
/** Those of the current slice that were made before it and had not begun by then. */
let earlier: Coroutine<unknown>[] = [];
/** How many of them there may be before those that have begun since are let go. */
let crowd = FEW;

/** A coroutine was made. */
export function born(coroutine: Coroutine<unknown>): void {
  if (last !== null) putAside(last);
  last = coroutine;
  if (running.loop === null && running.tracker !== null) watchStray(coroutine);
}

/** It begins, or a task has it in its care: it counts as awaited. */
export function begins(coroutine: Coroutine<unknown>): void {
  if (last === coroutine) last = null;
  else coroutine._report?.withdraw();
  coroutine._report = null;
}

const isWaiting = (coroutine: Coroutine<unknown>): boolean => coroutine._report === undefined;

function putAside(coroutine: Coroutine<unknown>): void {
  earlier.push(coroutine);
  if (earlier.length < crowd) return;
  earlier = earlier.filter(isWaiting);
  crowd = Math.max(FEW, 2 * earlier.length);
}

/**
 * Puts the coroutines that were made and not begun since the last call under watch. The loop calls this when it gives
 * the host back, and before it begins: what was made outside of a loop is reported at the end of the process.
 */
export function watchNewborn(loop: AbstractEventLoop | null): void {
  askDoubtful();
  if (last !== null) putAside(last);
  last = null;
  if (earlier.length === 0) return;
  for (const coroutine of earlier) if (isWaiting(coroutine)) coroutine._report = new NeverAwaited(coroutine, loop);
  earlier = [];
  crowd = FEW;
}

/**
 * Puts a coroutine under watch that a native body makes as it comes back from a foreign promise: no slice of its loop
 * will find it.
 */
function watchStray(coroutine: Coroutine<unknown>): void {
  const loop = running.drainLoop === null ? runningLoop() : null;
  if (loop === null) return;
  last = null;
  coroutine._report = new NeverAwaited(coroutine, loop);
}

/** Reports a coroutine at once: its task is destroyed before it has begun, so that nobody will ever await it. */
export function reportUnawaited(coroutine: Coroutine<unknown>): void {
  const report = coroutine._report ?? new NeverAwaited(coroutine, null);
  coroutine._report = report;
  report.deliver();
}
