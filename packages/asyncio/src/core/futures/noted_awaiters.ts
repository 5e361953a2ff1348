/**
 * Who awaits the body that raises an error: known only as the error leaves it, and noted then, for its stack
 * (`async_stacks.ts`). A future keeps the names that an error had when it was set: each who awaits that future adds its
 * own to those, as CPython keeps the traceback.
 */
import { recordsStack } from '../../builtins/exceptions.js';
import { awaitersOf } from './await_chain.js';
import { CLOSED } from '../coroutines/coroutine_states.js';
import { Coroutine, FRAME } from '../coroutines/coroutines.js';
import { running } from '../common/running.js';

/** More than that is left out, as of JavaScript's frames. */
const MOST = 50;

/** A task, as far as it matters here. */
interface Driver {
  readonly _coro: Coroutine<unknown> | null;
  readonly _segment: Coroutine<unknown>;
}

/** What is known of those who await the body that raised an error. */
export interface Awaiters {
  /**
   * Of compiled bodies around the one that raised it, and of those in generator style that step them, as far as known.
   */
  within: readonly string[];
  stepping: readonly string[];
  names: readonly string[];
  /** The last of those that are noted: an error that leaves one before it is no news. */
  outermost: Coroutine<unknown> | null;
  /** Whom it is expected to leave next: spares a look at all of them each time. */
  next: Coroutine<unknown> | null;
  /** Something that was awaited has raised it: the body that gets it isn't among JavaScript's frames. */
  isDelivered: boolean;
  /** The lines of the raiser and of those who stepped it, and what was written. */
  bodies: readonly [raiser: string[], around: string[]] | null;
  written: string | null;
}

const noted = new WeakMap<Error, Awaiters>();
/** The names that an error had when it was set as a future's exception. */
const kept = new WeakMap<object, readonly string[]>();

/** The note of an error, if there is one. */
export function awaitersNotedFor(error: Error): Awaiters | undefined {
  return noted.get(error);
}

function awaitersOfError(error: Error): Awaiters {
  let awaiters = noted.get(error);
  if (awaiters === undefined) {
    awaiters = {
      within: [],
      stepping: [],
      names: [],
      outermost: null,
      next: null,
      isDelivered: false,
      bodies: null,
      written: null,
    };
    noted.set(error, awaiters);
  }
  return awaiters;
}

function withNamesOf(coroutines: readonly Coroutine<unknown>[], names: readonly string[]): readonly string[] {
  const all = [...names];
  for (const coroutine of coroutines) {
    if (all.length >= MOST) break;
    if (!coroutine._inline) all.push(coroutine.__qualname__);
  }
  return all;
}

/**
 * The bodies in generator style that are stepped, one by the other, by the one that a task resumes, innermost first.
 * They have ended by the time that their error comes to the task.
 */
function steppedIn(segment: Coroutine<unknown>): Coroutine<unknown>[] {
  const stepped: Coroutine<unknown>[] = [];
  let inner = segment._awaiting;
  while (inner instanceof Coroutine && inner._state !== CLOSED) {
    if (inner._delegates) stepped.push(inner);
    inner = inner._awaiting;
  }
  return stepped.reverse();
}

/** An error leaves a body: notes who awaits that, unless it comes from a body within that. */
export function noteAwaiters(error: unknown, body: Coroutine<unknown>, task: Driver): void {
  if (!recordsStack(error)) return;
  const awaiters = awaitersOfError(error);
  const isExpected = body === awaiters.next;
  awaiters.next = body._caller;
  if (isExpected && !awaiters.isDelivered) return;
  let outermost = body;
  while (outermost !== task._coro && outermost._caller !== null) outermost = outermost._caller;
  if (awaiters.outermost === outermost) return;
  awaiters.outermost = outermost;
  const around = [...[...body._bodiesAround()].reverse(), ...awaitersOf(body, task._coro)];
  if (awaiters.isDelivered) around.unshift(body);
  if (body._awaitedAs === FRAME && !awaiters.isDelivered && awaiters.names.length === 0) {
    const segment = task._segment;
    awaiters.within = withNamesOf(around, []);
    awaiters.stepping = withNamesOf([...steppedIn(segment), ...(segment._delegates ? [segment] : [])], []);
  } else awaiters.names = withNamesOf(around, awaiters.names);
  awaiters.isDelivered = false;
}

/** Something that isn't on JavaScript's stack of the body that awaits it has raised an error. */
export function noteDelivery(error: unknown): void {
  if (recordsStack(error)) awaitersOfError(error).isDelivered = true;
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
  awaiters.names = withNamesOf(task === null ? [] : steppedIn(task._segment), kept.get(future) ?? []);
  awaiters.outermost = awaiters.next = null;
  awaiters.isDelivered = true;
}
