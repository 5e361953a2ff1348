/** The coroutines in which a task is suspended, and those around the one that executes. */
import { CLOSED, Coroutine } from './coroutines.js';

/** Those that a coroutine awaits, one through the other, up to one that is left out; itself first. */
export function awaitChain(outermost: unknown, end: unknown = null): Coroutine<unknown>[] {
  const chain: Coroutine<unknown>[] = [];
  let awaited = outermost;
  while (awaited instanceof Coroutine && awaited !== end) {
    if (!awaited._inline && awaited._currentState() !== CLOSED) chain.push(awaited);
    awaited = awaited.cr_await;
  }
  return chain;
}

/** Those who await a coroutine on behalf of its task, innermost first, up to `root`, which is the task's own. */
export function awaitersOf(coroutine: Coroutine<unknown>, root: Coroutine<unknown> | null): Coroutine<unknown>[] {
  const awaiters: Coroutine<unknown>[] = [];
  let inner = coroutine;
  // Whoever has awaited the task's own coroutine before has no part in it.
  while (inner !== root && inner._caller !== null) {
    const caller = inner._caller;
    const bodies = caller._bodiesAround();
    // Of a stack of compiled frames those below `inner` are there already.
    const end = bodies.indexOf(inner);
    if (bodies.length === 0) awaiters.push(...awaitChain(caller, inner).reverse());
    else awaiters.push(...bodies.slice(0, end < 0 ? bodies.length : end).reverse());
    inner = caller;
  }
  return awaiters;
}
