/** What a test can leave behind, and how that is said. */
import { AssertionError } from '../builtins/exceptions.js';
import { item } from './texts.js';

/**
 * What was left: a coroutine that was never awaited, a task that still runs, an exception that was never retrieved, an
 * exception in a callback, a pending task that was destroyed; anything else that nobody but the loop could take.
 *
 * @public
 */
export type LeakKind = 'coroutine' | 'task' | 'exception' | 'callback' | 'destroyed' | 'report';

/** Something that a test has left behind. @public */
export interface Leak {
  /** What kind of thing it is. */
  readonly kind: LeakKind;
  /** What it is, in the words of the library. */
  readonly what: string;
  /** The exception that it is about, or null. */
  readonly exception: unknown;
}

const CURES: Readonly<Record<LeakKind, string>> = {
  coroutine:
    'Await it (in generator style, delegate to it with yield*), hand it to asyncio.create_task or to a task group, or ' +
    'close() it.',
  task: 'Await it, cancel() it, or make it in a TaskGroup, which waits for its tasks.',
  exception: 'Await the task or future, gather it, or ask it for its exception().',
  callback: 'Catch the exception in the callback, or set a handler with loop.set_exception_handler.',
  destroyed: 'The task went on after it was cancelled: let its CancelledError through.',
  report: 'The loop reported it to its exception handler; set one with loop.set_exception_handler if it is expected.',
};

/**
 * A test has left something behind. The message says what, and what to do about it.
 *
 * @remarks
 * **Python.** Has no such error: there these are warnings and log records.
 *
 * @example
 * ```ts
 * import { LeakError, async_test } from 'asyncio-ts/testing';
 *
 * const work = asyncio.coroutine(async function work() {});
 * const test = async_test(async () => { work(); });
 * const error: unknown = await test().catch((raised: unknown) => raised);
 * error instanceof LeakError && error.leaks[0]?.what.split('\n')[0]; // => "coroutine 'work' was never awaited"
 * ```
 *
 * @public
 */
export class LeakError extends AssertionError {
  /** What was left. */
  readonly leaks: readonly Leak[];

  /** @param leaks - What was left. */
  constructor(leaks: readonly Leak[]) {
    const items = leaks.map(({ kind, what }, index) => item(index, `${what}\n${CURES[kind]}`));
    super(`the test left something behind:${items.join('')}`);
    this.leaks = leaks;
    // Runners print causes with their stacks.
    const first = leaks.find(({ exception }) => exception !== null);
    if (first !== undefined) this.cause = first.exception;
  }
}
