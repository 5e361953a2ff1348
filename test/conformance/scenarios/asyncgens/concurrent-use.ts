// A generator that is busy can't be asked by a second task.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const slow = asyncio.asyncgen(async function* (): AsyncGenerator<string, void, unknown> {
    try {
      for (;;) {
        await asyncio.sleep(0.5);
        yield 'value';
      }
    } finally {
      trace('cleans up');
    }
  });

  const generator = slow();

  const ask = asyncio.coroutine(async (name: string, question: () => PromiseLike<unknown>) => {
    try {
      trace(name, await question());
    } catch (error) {
      trace(name, error);
    }
  });

  await asyncio.gather(
    ask('a', () => generator.__anext__()),
    ask('b', () => generator.__anext__()),
    ask('c', () => generator.asend(1)),
    ask('d', () => generator.athrow(new asyncio.ValueError())),
    ask('e', () => generator.aclose()),
  );
  await ask('f', () => generator.__anext__());
  await generator.aclose();
});
