/**
 * What the variables were at a moment, for a callback that runs later: its context is made of it when it does.
 *
 * All that is scheduled while no variable changes shares one, so that thousands of timers don't carry a context each.
 */
import { Context, contextState, currentContext, type ContextVar } from './context.js';
import { Storage } from './storage.js';

export class Snapshot extends Storage<ContextVar<unknown>> {
  /** A context that begins with these variables. */
  toContext(): Context {
    const context = new Context();
    context._shareWith(this);
    return context;
  }
}

let latest = new Snapshot();

/** The variables as they are now. */
export function snapshot(): Snapshot {
  // A callback that has not asked for its context has changed nothing.
  const unread = contextState.current === null ? contextState.unasked?._variables : undefined;
  if (unread instanceof Snapshot) return unread;
  const current = currentContext();
  if (!latest._sharesAllWith(current)) {
    latest = new Snapshot();
    latest._shareWith(current);
  }
  return latest;
}
