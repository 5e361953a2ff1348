/**
 * What the variables were at a moment, for code that runs later: its context is made of it when the code asks for it,
 * which most callbacks and many tasks never do.
 *
 * All that is scheduled while no variable changes shares one, so that thousands of timers don't carry a context each.
 */
import { Context, contextState, currentContext } from './context.js';
import type { ContextVar } from './context_var.js';
import { enterContext, exitContext, type Unasked } from './state.js';
import { Storage } from './storage.js';

export class Snapshot extends Storage<ContextVar<unknown>> {
  /**
   * Tells it from a context, which can be entered: quicker than to look through the prototypes at each step of a task.
   */
  declare readonly _entered: null;

  /** A context that begins with these variables. */
  toContext(): Context {
    const context = new Context();
    context._shareWith(this);
    return context;
  }
}

Object.defineProperty(Snapshot.prototype, '_entered', { value: null });

let latest = new Snapshot();

/** The variables as they are now. */
export function snapshot(): Snapshot {
  // Code that has not asked for its context has changed nothing.
  const unasked = contextState.current === null ? contextState.unasked?._scope : undefined;
  if (unasked instanceof Snapshot) return unasked;
  const current = currentContext();
  if (!latest._sharesAllWith(current)) {
    latest = new Snapshot();
    latest._shareWith(current);
  }
  return latest;
}

/** Whose code runs later. */
interface Owner extends Unasked<Context> {
  /** Its context, once somebody has asked for it; before that, what the context will be made of. */
  _scope: Snapshot | Context;
}

/** The context of somebody's code, made now if it wasn't before. */
export function contextOf(owner: Owner): Context {
  const scope = owner._scope;
  if (scope._entered !== null) return scope;
  const context = scope.toContext();
  // The code executes, and has not asked before.
  if (contextState.unasked === owner) context._entered = true;
  return (owner._scope = context);
}

/** Enters the context of somebody's code, which needn't be there yet. */
export function enterContextOf(owner: Owner): void {
  if (contextState.current === null && contextState.unasked === null && owner._scope._entered === null) {
    contextState.unasked = owner;
  } else enterContext(contextOf(owner));
}

/** Gives way to the context that was current before {@link enterContextOf}. */
export function exitContextOf(owner: Owner): void {
  if (contextState.unasked !== owner) {
    exitContext(contextOf(owner));
    return;
  }
  contextState.unasked = null;
  const scope = owner._scope;
  if (scope._entered === null) return;
  scope._entered = false;
  contextState.current = null;
}
