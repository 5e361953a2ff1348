// A generator that was cancelled where it waits is over, unless it catches the cancellation.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const fragile = asyncio.asyncgen(async function* (): AsyncGenerator<string, void, unknown> {
    await asyncio.sleep(1);
    yield 'never';
  });

  const robust = asyncio.asyncgen(async function* (): AsyncGenerator<string, void, unknown> {
    for (;;) {
      try {
        await asyncio.sleep(1);
        yield 'a value';
      } catch (error) {
        if (!(error instanceof asyncio.CancelledError)) throw error;
        trace('catches', error);
        yield 'instead';
      }
    }
  });

  const ask = asyncio.coroutine(
    async (generator: asyncio.AsyncGenerator<string>) => await asyncio.anext(generator, 'over'),
  );

  for (const make of [fragile, robust]) {
    const generator = make();
    for (let i = 0; i < 2; i++) {
      const task = asyncio.create_task(ask(generator));
      await asyncio.sleep(0.5);
      trace('cancel', task.cancel(`request ${String(i)}`));
      try {
        trace('answer', await task, task.cancelling());
      } catch (error) {
        trace('cancelled', error);
      }
    }
    await generator.aclose();
  }
});
