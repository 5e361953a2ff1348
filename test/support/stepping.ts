/** Drives awaitables by hand, without a loop; and within a program, so that errors are values. */
import * as asyncio from 'asyncio-ts';
import { errorText } from './outcomes';
import type { Kit } from './styles';

/** Gives itself out to whoever steps, by its name, and evaluates to what is sent. */
export class Pause {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  *__await__(): Generator<unknown, unknown, unknown> {
    return yield this.name;
  }
}

/** What an awaitable yields, step by step, and last `returned …` or its error. */
export function collected(awaitable: asyncio.HasAwait<unknown>): string[] {
  const seen: string[] = [];
  try {
    const iterator = awaitable.__await__();
    for (;;) {
      const { done, value } = iterator.next();
      if (done === true) return [...seen, `returned ${asyncio.repr(value)}`];
      seen.push(asyncio.str(value));
    }
  } catch (error) {
    return [...seen, errorText(error)];
  }
}

/** A coroutine function that awaits what it is given, or what a function gives, and returns its value or its error. */
export function catcher(kit: Kit): (what: unknown) => asyncio.Coroutine<unknown> {
  return kit.coroutine(
    async (what: unknown) => {
      try {
        return await (typeof what === 'function' ? (what as () => unknown)() : what);
      } catch (error) {
        return error;
      }
    },
    function* (what: unknown) {
      try {
        return yield* asyncio.await_((typeof what === 'function' ? (what as () => unknown)() : what) as never);
      } catch (error) {
        return error;
      }
    },
  );
}
