/** The statements of compiled code, as functions to be delegated to with `yield*` in a compiled body. */
import * as _asyncio from 'asyncio-ts/compiled';

/** What ends a loop. */
export const BREAK: unique symbol = Symbol('break');

/** `for await (const x of iterable) { … }`; the body breaks by returning {@link BREAK}. */
export function* forAwait(
  iterable: unknown,
  body: (x: unknown) => Generator<unknown, unknown>,
): Generator<unknown, void> {
  const i$ = _asyncio.iterate(iterable);
  try {
    for (;;) {
      try {
        if (!i$.ready()) i$.take(yield i$.next());
      } catch (e$) {
        i$.end(e$);
      }
      if (i$.done) break;
      const x = i$.value;
      if ((yield* body(x)) === BREAK) break;
    }
  } catch (e$) {
    throw i$.fail(e$);
  } finally {
    if (i$.open) yield i$.leave();
  }
}

/** A block with `await using`; its body gets the scope, and enters by `yield scope.enter(manager)`. */
export function* block<T>(body: (s$: _asyncio.Scope) => Generator<unknown, T>): Generator<unknown, T | undefined> {
  const s$ = _asyncio.scope();
  try {
    return yield* body(s$);
  } catch (e$) {
    s$.fail(e$);
  } finally {
    yield s$.leave();
  }
  return undefined;
}
