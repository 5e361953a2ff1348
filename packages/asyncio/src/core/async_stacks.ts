/**
 * Stacks of errors. JavaScript's frames end where a body was resumed; after them come the coroutines that awaited it, as V8
 * writes those of its own `await`:
 *
 *     ValueError: no such user
 *         at find (/app/users.ts:12:11)
 *         at async login
 *         at async main
 *
 * Who awaits is known only as the error leaves the first body. The stack itself, which costs more to read than to make, is
 * written when the error leaves the task. A future keeps the names that an error had when it was set: each who awaits that
 * future adds its own to those, as CPython keeps the traceback.
 */
import { recordsStack } from '../builtins/exceptions.js';
import { awaitersOf } from './await_chain.js';
import { Coroutine, RUNNING } from './coroutines.js';
import { withoutDriving } from './format_helpers.js';
import { running } from './running.js';

/** More than that is left out, as of JavaScript's frames. */
const MOST = 50;

/** A task, as far as it matters here. */
interface Driver {
  readonly _coro: Coroutine<unknown> | null;
}

interface Awaiters {
  names: readonly string[];
  /** The task that it leaves, when all of its coroutines are there, up to its own. */
  task: Driver | null;
  /** A future has raised it: the body that asked for the result isn't among JavaScript's frames. */
  isFromFuture: boolean;
  /** The stack above them, and with them, if it has been written. */
  bare: string;
  written: string | null;
}

const noted = new WeakMap<Error, Awaiters>();
const kept = new WeakMap<object, readonly string[]>();

function awaitersOfError(error: Error): Awaiters {
  let awaiters = noted.get(error);
  if (awaiters === undefined) {
    awaiters = { names: [], task: null, isFromFuture: false, bare: '', written: null };
    noted.set(error, awaiters);
  }
  return awaiters;
}

function withNamesOf(coroutines: readonly Coroutine<unknown>[], names: readonly string[]): readonly string[] {
  const more = coroutines.filter(({ _inline }) => !_inline).map(({ __qualname__ }) => __qualname__);
  return [...names, ...more].slice(0, MOST);
}

/** The bodies in generator style that one steps which is resumed, innermost first: they end before anybody asks for them. */
function steppedBy(segment: Coroutine<unknown>): Coroutine<unknown>[] {
  const within: Coroutine<unknown>[] = [];
  let inner = segment._awaiting;
  while (inner instanceof Coroutine && inner._state === RUNNING) {
    within.push(inner);
    inner = inner._awaiting;
  }
  return within.reverse();
}

/** An error leaves a body: notes who awaits that, unless it comes from a body within that. */
export function noteAwaiters(error: unknown, body: Coroutine<unknown>, task: Driver): void {
  if (!recordsStack(error)) return;
  const awaiters = awaitersOfError(error);
  if (awaiters.task === task) return;
  const around = [...[...body._bodiesAround()].reverse(), ...awaitersOf(body, task._coro)];
  if (awaiters.isFromFuture) around.unshift(body);
  awaiters.names = withNamesOf(around, awaiters.names);
  awaiters.isFromFuture = false;
  // A body that is stepped by one in generator style has that below it on JavaScript's stack, and is not the last to be asked.
  let outermost = body;
  while (outermost !== task._coro && outermost._caller !== null) outermost = outermost._caller;
  if (outermost === task._coro) awaiters.task = task;
}

/** The error leaves its task: writes those who awaited into its stack. */
export function writeAwaiters(error: Error): void {
  const awaiters = noted.get(error);
  if (awaiters === undefined) return;
  awaiters.task = null;
  if (awaiters.names.length === 0) return;
  const stack: unknown = error.stack;
  // Somebody else may have written what he wants to be read.
  if (typeof stack !== 'string' || (awaiters.written !== null && stack !== awaiters.written)) return;
  if (awaiters.written === null) awaiters.bare = withoutDriving(stack);
  const written = awaiters.bare + awaiters.names.map((name) => `\n    at async ${name}`).join('');
  if (Reflect.set(error, 'stack', written)) awaiters.written = written;
}

/** An error has been set as a future's exception. */
export function keepAwaiters(future: object, error: Error): void {
  const awaiters = noted.get(error);
  if (awaiters !== undefined) kept.set(future, awaiters.names);
}

/** A future raises its exception. */
export function restoreAwaiters(future: object, error: Error): void {
  if (!recordsStack(error)) return;
  const awaiters = awaitersOfError(error);
  const { task } = running;
  awaiters.names = withNamesOf(task === null ? [] : steppedBy(task._segment), kept.get(future) ?? []);
  awaiters.task = null;
  awaiters.isFromFuture = true;
}
