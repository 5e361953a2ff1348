/** Bodies that await each other by delegation: they come to a wait together, and the innermost is resumed by itself. */
import { suspension } from '../common/awaitable.js';
import { RUNNING, SUSPENDED } from './coroutine_states.js';
import { Coroutine } from './coroutines.js';

/**
 * A body that delegates to what it awaits comes to a wait: who is around it, and the task, learn what is to be resumed.
 */
export function comesToWait(coroutine: Coroutine<unknown>): void {
  const { on } = suspension;
  coroutine._state = SUSPENDED;
  coroutine._awaiting = on;
  if (suspension.direct) {
    (on as Coroutine<unknown>)._caller = coroutine;
    suspension.depth += 1;
  } else {
    suspension.innermost = coroutine;
    suspension.depth = 1;
  }
  suspension.on = coroutine;
}

/** A suspended body counts as running while one that it awaits is, although that is resumed by itself. */
export function stateOfSuspended(coroutine: Coroutine<unknown>): number {
  let awaited = coroutine._awaiting;
  // Not by recursion: there may be more of them than the machine's stack would hold.
  while (awaited instanceof Coroutine && awaited._delegates && awaited._state === SUSPENDED)
    awaited = awaited._awaiting;
  return awaited instanceof Coroutine && awaited._currentState() === RUNNING ? RUNNING : SUSPENDED;
}

/** The body that awaits another one, which has come to a wait, by delegation; or null. */
export function delegatorOf(coroutine: Coroutine<unknown>): Coroutine<unknown> | null {
  return coroutine._delegates && coroutine._continuation === null ? coroutine._caller : null;
}

/** The outermost of the bodies that await each other by delegation, down to this one; `root` is awaited by none. */
export function outermost(innermost: Coroutine<unknown>, root: Coroutine<unknown> | null): Coroutine<unknown> {
  let coroutine = innermost;
  while (coroutine !== root) {
    const delegator = delegatorOf(coroutine);
    if (delegator === null) break;
    coroutine = delegator;
  }
  return coroutine;
}
