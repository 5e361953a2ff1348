/** The coroutines in which a task is suspended, and those around the one that executes. */
import { CLOSED } from '../coroutines/coroutine_states.js';
import { Coroutine } from '../coroutines/coroutines.js';

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

/**
 * The bodies of one segment that await another, outermost first. They are suspended, so nobody need ask for their
 * state.
 */
function bodiesAwaiting(segment: Coroutine<unknown>, inner: Coroutine<unknown>): readonly Coroutine<unknown>[] {
  if (segment._awaiting === inner) return [segment];
  const frames = segment._bodiesAround();
  if (frames.length > 0) return frames;
  const bodies: Coroutine<unknown>[] = [];
  for (let body: unknown = segment; body instanceof Coroutine && body !== inner; body = body._awaiting)
    bodies.push(body);
  return bodies;
}

/** Those who await a coroutine on behalf of its task, innermost first, up to `root`, which is the task's own. */
export function awaitersOf(coroutine: Coroutine<unknown>, root: Coroutine<unknown> | null): Coroutine<unknown>[] {
  const awaiters: Coroutine<unknown>[] = [];
  let inner = coroutine;
  // Whoever has awaited the task's own coroutine before has no part in it.
  while (inner !== root && inner._caller !== null) {
    const caller = inner._caller;
    const bodies = bodiesAwaiting(caller, inner);
    for (let index = bodies.length - 1; index >= 0; index--) awaiters.push(bodies[index] as Coroutine<unknown>);
    inner = caller;
  }
  return awaiters;
}
