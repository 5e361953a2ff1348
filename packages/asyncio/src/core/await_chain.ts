/** The coroutines in which a task is suspended. */
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
