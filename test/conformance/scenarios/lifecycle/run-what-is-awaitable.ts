// run takes coroutines and other awaitables, and refuses the rest.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

class Answer {
  *__await__(): Generator<unknown, number, unknown> {
    yield* asyncio.sleep(0.5).__await__();
    return 42;
  }
}

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const work = asyncio.coroutine(async () => 'coroutine');

  trace('coroutine', await asyncio.run(work(), { loop_factory: newLoop }));
  trace('awaitable', await asyncio.run(new Answer(), { loop_factory: newLoop }));
  for (const wrong of [42, null, 'text', [work]]) {
    try {
      await asyncio.run(wrong as never, { loop_factory: newLoop });
    } catch (error) {
      trace('refused', error);
    }
  }
};
