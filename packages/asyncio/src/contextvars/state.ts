/**
 * Which context is current: one slot for all copies of the library in a process, so that a variable set through one
 * copy's task is seen by another's.
 *
 * This file knows of a context only what entering takes; the class stands above it, in `context.ts`, which gives the
 * slot its full type.
 */
import { RuntimeError } from '../builtins/exceptions.js';
import { installRepr, repr } from '../builtins/repr.js';

/** The part of a context that entering it touches. @internal */
export interface Enterable {
  /** The context that was current when this one was entered. */
  _previous: Enterable | null;
  _entered: boolean;
}

/** Who runs code in a context that is made when the code asks for it, which most never does. @internal */
export interface Unasked<C> {
  /** What the context will be made of, or the context itself once it is there. */
  _scope: object;
  /** The context, which is made when it is asked for. */
  readonly _context: C;
}

/** The slot. @internal */
export interface ContextState<C extends Enterable> {
  /** The context entered right now, synchronously; null between handles and while native bodies run by themselves. */
  current: C | null;
  /** Whose code executes, in a context that is to be asked for while `current` is null. */
  unasked: Unasked<C> | null;
  /** Asked for the current context while `current` is null; installed by the kernel for the sake of native bodies. */
  ambient: (() => C | null) | null;
  /** The context of code that runs in no other; made on first use. */
  fallback: C | null;
  /** How many variables have been made: the next one's number. */
  variables: number;
  /** Told of each variable that is made; only in workers, which are given values by the names of variables. */
  made: ((variable: { readonly name: string }) => void) | null;
  /** Stands for "no value", also between copies of the library. */
  missing: Missing;
}

/**
 * The type of {@link Token.MISSING}, which has a single instance.
 *
 * @remarks
 * **Python.** The type of `contextvars.Token.MISSING`, which has no public name there.
 *
 * @example
 * ```ts
 * const user = new asyncio.contextvars.ContextVar<string>('user');
 * const token = user.set('Ada');
 * token.old_value === asyncio.contextvars.Token.MISSING; // => true
 * ```
 *
 * @public
 */
export class Missing {
  /** Python's text of it. */
  __repr__(): string {
    return '<Token.MISSING>';
  }
}
installRepr(Missing);

const KEY = Symbol.for('asyncio-ts.contextvars');
const shared = globalThis as unknown as Record<symbol, ContextState<Enterable> | undefined>;

/** @internal */
export const sharedState: ContextState<Enterable> = (shared[KEY] ??= Object.seal({
  current: null,
  unasked: null,
  ambient: null,
  fallback: null,
  variables: 0,
  made: null,
  missing: new Missing(),
}));

/** Makes `context` the current one until {@link exitContext}; it must not be entered already. @internal */
export function enterContext(context: Enterable): void {
  if (context._entered) throw new RuntimeError(`cannot enter context: ${repr(context)} is already entered`);
  context._entered = true;
  context._previous = sharedState.current;
  sharedState.current = context;
}

/** Gives way to the context that was current before {@link enterContext}. @internal */
export function exitContext(context: Enterable): void {
  if (sharedState.current !== context) throw new RuntimeError(exitMessage(context));
  sharedState.current = context._previous;
  context._previous = null;
  context._entered = false;
}

function exitMessage(context: Enterable): string {
  return context._entered
    ? 'cannot exit context: thread state references a different context object'
    : `cannot exit context: ${repr(context)} has not been entered`;
}
