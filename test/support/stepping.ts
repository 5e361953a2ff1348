/** Drives awaitables by hand, without a loop. */
import * as asyncio from 'asyncio-ts';
import { errorText } from './outcomes';

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
