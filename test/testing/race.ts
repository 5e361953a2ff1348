/** A program that depends on an order which asyncio leaves open: it fails if the second task runs first. */
import * as asyncio from 'asyncio-ts';
import type { Kit } from '../support/styles';

/** The program; it raises `ValueError('ba')` if it fails. */
export function race({ coroutine }: Pick<Kit, 'coroutine'>): () => asyncio.Coroutine<void> {
  let seen = '';
  const say = coroutine(
    async (word: string) => {
      seen += word;
    },
    function* (word: string) {
      seen += word;
    },
  );
  return coroutine(
    async () => {
      seen = '';
      await asyncio.gather(say('a'), say('b'));
      if (seen !== 'ab') throw new asyncio.ValueError(seen);
    },
    function* () {
      seen = '';
      yield* asyncio.gather(say('a'), say('b'));
      if (seen !== 'ab') throw new asyncio.ValueError(seen);
    },
  );
}
