/**
 * Who waits for a future, beside the tasks that stand among its waiters: for the call graph. Most futures are awaited
 * by nobody or by one, so a set is made only for the second.
 */
import type { Future } from './futures.js';

/** One future, several, or none. */
export type AwaitedBy = Future<unknown> | Set<Future<unknown>> | null;

/** Notes that `waiter` waits for `future`, which may be nobody. */
export function addAwaitedBy(future: Future<unknown>, waiter: Future<unknown> | null): void {
  if (waiter === null) return;
  const known = future._awaited_by;
  if (known === null || known === undefined) future._awaited_by = waiter;
  else if (known instanceof Set) known.add(waiter);
  else if (known !== waiter) future._awaited_by = new Set([known, waiter]);
}

/** Notes that `waiter` waits for `future` no longer. */
export function discardAwaitedBy(future: Future<unknown>, waiter: Future<unknown> | null): void {
  if (waiter === null) return;
  const known = future._awaited_by;
  if (known instanceof Set) known.delete(waiter);
  else if (known === waiter) future._awaited_by = null;
}

/** Those of whom that was noted. */
export function notedAwaiters(future: Future<unknown>): readonly Future<unknown>[] {
  const known = future._awaited_by;
  if (known === null || known === undefined) return [];
  return known instanceof Set ? [...known] : [known];
}
