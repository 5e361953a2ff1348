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
 * written when the error leaves the task.
 */
import { recordsStack } from '../builtins/exceptions.js';
import { awaitersOf } from './await_chain.js';
import type { Coroutine } from './coroutines.js';
import { withoutDriving } from './format_helpers.js';

/** More than that is left out, as of JavaScript's frames. */
const MOST = 50;

/** A task, as far as it matters here. */
interface Driver {
  readonly _coro: Coroutine<unknown> | null;
}

interface Awaiters {
  readonly names: string[];
  /** The task that it leaves; all of its coroutines are there, up to its own. */
  task: Driver | null;
  /** The stack above them, and with them, if it has been written. */
  bare: string;
  written: string | null;
}

const noted = new WeakMap<Error, Awaiters>();

/** An error leaves a body: notes who awaits that, unless it comes from a body within that. */
export function noteAwaiters(error: unknown, body: Coroutine<unknown>, task: Driver): void {
  if (!recordsStack(error)) return;
  let awaiters = noted.get(error);
  if (awaiters === undefined) {
    awaiters = { names: [], task: null, bare: '', written: null };
    noted.set(error, awaiters);
  } else if (awaiters.task === task) return;
  // The body isn't among JavaScript's frames if another task has raised the error, and it awaited that.
  else if (awaiters.task !== null) awaiters.names.push(body.__qualname__);
  const around = [...[...body._bodiesAround()].reverse(), ...awaitersOf(body, task._coro)];
  for (const one of around) if (!one._inline) awaiters.names.push(one.__qualname__);
  // A body that is stepped by one in generator style has that below it on JavaScript's stack, and is not the last to be asked.
  let outermost = body;
  while (outermost !== task._coro && outermost._caller !== null) outermost = outermost._caller;
  awaiters.task = outermost === task._coro ? task : null;
}

/** The error leaves its task: writes those who awaited into its stack. */
export function writeAwaiters(error: Error): void {
  const awaiters = noted.get(error);
  if (awaiters === undefined || awaiters.names.length === 0) return;
  const stack: unknown = error.stack;
  if (typeof stack !== 'string') return;
  // Somebody else may have written what he wants to be read.
  if (awaiters.written !== null && stack !== awaiters.written) return;
  if (awaiters.written === null) awaiters.bare = withoutDriving(stack);
  const lines = awaiters.names.slice(0, MOST).map((name) => `\n    at async ${name}`);
  const written = awaiters.bare + lines.join('');
  if (Reflect.set(error, 'stack', written)) awaiters.written = written;
}
