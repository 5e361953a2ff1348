/**
 * `except*`: several handlers may each take their part of a group of exceptions.
 *
 * {@link StarMatch} is the bookkeeping and knows nothing of how handlers are called, so handlers may be functions,
 * which {@link except_star} calls, or coroutines.
 */
import { TypeError, chainContext, isExceptionClass, toException } from './exceptions.js';
import { BaseExceptionGroup, projectGroup, type ExceptionType } from './groups.js';
import { asTuple } from './repr.js';

/** What a clause of `except*` takes: a class or several. @public */
export type StarTypes = ExceptionType | readonly ExceptionType[];

/** Refuses what `except*` can't catch. */
function checkTypes(types: StarTypes): readonly ExceptionType[] {
  const list = Array.isArray(types) ? (types as readonly ExceptionType[]) : [types as ExceptionType];
  for (const type of list) {
    if (!isExceptionClass(type)) {
      throw new TypeError('catching classes that do not inherit from BaseException is not allowed');
    }
    if (type === BaseExceptionGroup || type.prototype instanceof BaseExceptionGroup) {
      throw new TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  }
  return list;
}

/**
 * One run through the clauses of an `except*`: ask {@link StarMatch.match} for each clause in turn, tell
 * {@link StarMatch.raised} what its handler raised, and raise what {@link StarMatch.outcome} says in the end.
 */
export class StarMatch {
  readonly #thrown: unknown;
  readonly #original: Error;
  // What no clause has taken yet.
  #rest: Error | null;
  // What handlers raised of their own, and what they let through.
  readonly #raised: Error[] = [];
  readonly #reraised: Error[] = [];

  /** Takes what was thrown: a group, or a single exception. */
  constructor(thrown: unknown) {
    this.#thrown = thrown;
    this.#original = toException(thrown);
    this.#rest = this.#original;
  }

  /**
   * The part of what is left that belongs to the clause, or null. A single exception comes wrapped in a group.
   *
   * @param types - The clause's class or classes.
   */
  match(types: StarTypes): BaseExceptionGroup | null {
    const list = this.#check(types);
    const rest = this.#rest;
    if (rest === null) return null;
    if (list.some((type) => rest instanceof type)) {
      this.#rest = null;
      return rest instanceof BaseExceptionGroup ? rest : new BaseExceptionGroup('', asTuple([rest]));
    }
    if (!(rest instanceof BaseExceptionGroup)) return null;
    const [matched, others] = rest.split(list);
    this.#rest = others;
    return matched;
  }

  #check(types: StarTypes): readonly ExceptionType[] {
    try {
      return checkTypes(types);
    } catch (error) {
      chainContext(error as Error, this.#original);
      throw error;
    }
  }

  /**
   * Takes down what a handler raised. The very group that it was given means that it lets it through.
   *
   * @param thrown - What the handler threw.
   * @param matched - What it was given.
   */
  raised(thrown: unknown, matched: BaseExceptionGroup): void {
    const error = toException(thrown);
    if (error === matched) {
      this.#reraised.push(error);
    } else {
      chainContext(error, matched);
      this.#raised.push(error);
    }
  }

  /** What goes on after the last clause: `{ thrown }`, or null if all was handled. */
  outcome(): { readonly thrown: unknown } | null {
    const original = this.#original;
    if (!(original instanceof BaseExceptionGroup)) return this.#outcomeOfSingle();
    const through = this.#rest === null ? this.#reraised : [...this.#reraised, this.#rest];
    // What nobody handled keeps its place in the group, whichever clauses have seen it.
    const unhandled = through.length === 0 ? null : projectGroup(original, through);
    if (this.#raised.length === 0) return unhandled === null ? null : { thrown: unhandled };
    const all = unhandled === null ? this.#raised : [...this.#raised, unhandled];
    return { thrown: all.length === 1 ? all[0] : new BaseExceptionGroup('', all) };
  }

  /** A single exception meets one clause at most. */
  #outcomeOfSingle(): { readonly thrown: unknown } | null {
    if (this.#rest !== null) return { thrown: this.#thrown };
    const error = this.#raised[0] ?? this.#reraised[0];
    return error === undefined ? null : { thrown: error };
  }
}

/** A clause of {@link except_star}: what it takes, and what it does with it. @public */
export type StarClause = readonly [types: StarTypes, handler: (group: BaseExceptionGroup) => unknown];

/**
 * Handles a caught error as the `except*` clauses of Python do: each clause gets the part of it that is of its classes,
 * as a group, and what is left is thrown again.
 *
 * @remarks
 * **Python.** `except* ValueError as eg:`. A bare `raise` in a clause is `throw eg` here. What the handlers throw is
 * gathered by Python's rules, together with what no clause took.
 *
 * @example
 * ```ts
 * const seen: string[] = [];
 * try {
 *   throw new asyncio.ExceptionGroup('eg', [new asyncio.ValueError(1), new asyncio.KeyError(2)]);
 * } catch (error) {
 *   asyncio.except_star(
 *     error,
 *     [asyncio.ValueError, (eg) => void seen.push(asyncio.repr(eg))],
 *     [asyncio.LookupError, (eg) => void seen.push(asyncio.repr(eg))],
 *   );
 * }
 * seen; // => ["ExceptionGroup('eg', [ValueError(1)])", "ExceptionGroup('eg', [KeyError(2)])"]
 * ```
 *
 * @param error - What was caught: a group, or any other error, which a handler sees in a group of one.
 * @param clauses - Pairs of a class (or an array of classes) and a handler, tried in order.
 * @throws What the handlers threw and what none of them took; nothing if all was handled.
 * @public
 */
export function except_star(error: unknown, ...clauses: readonly StarClause[]): void {
  const match = new StarMatch(error);
  for (const [types, handler] of clauses) {
    const matched = match.match(types);
    if (matched === null) continue;
    try {
      handler(matched);
    } catch (thrown) {
      match.raised(thrown, matched);
    }
  }
  const outcome = match.outcome();
  if (outcome !== null) throw outcome.thrown;
}
