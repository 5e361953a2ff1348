/** Drives awaitables by hand, without a loop. */
import * as asyncio from 'asyncio-ts';
import { errorText } from './outcomes';

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
