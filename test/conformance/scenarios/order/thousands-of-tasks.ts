// Three thousand tasks keep their order through several turns.
// Debug mode: off (it takes a stack for each of the many tasks and futures).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const seen: number[] = [];

  const work = asyncio.coroutine(async (number: number) => {
    for (let turn = 0; turn < 3; turn++) {
      seen.push(number * (turn + 1));
      await asyncio.sleep(0);
    }
    return number;
  });

  const results = await asyncio.gather(...Array.from({ length: 3000 }, (_, number) => work(number)));
  let digest = 0;
  for (const value of seen) digest = (digest * 31 + value) % 1000003;
  trace(
    'digest',
    digest,
    seen.length,
    results.reduce((sum, result) => sum + result, 0),
  );
});
