// Coroutines, generators, futures and what can be awaited are told apart.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Answer {
  *__await__(): Generator<null, void, unknown> {
    yield null;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { inspect } = asyncio;

  const work = asyncio.coroutine(async () => {});

  const letters = asyncio.asyncgen(async function* () {
    yield 'a';
  });

  const numbers = function* (): Generator<number> {
    yield 1;
  };

  const coroutine = work();
  const generator = letters();
  const task = asyncio.create_task(work());
  const step = generator.asend(null);
  const objects: Record<string, unknown> = {
    coroutine,
    'async generator': generator,
    generator: numbers(),
    task,
    step,
    future: asyncio.get_running_loop().create_future(),
    own: new Answer(),
    class: Answer,
    function: work,
    iterator: coroutine.__await__(),
    list: [1],
    none: null,
  };
  for (const [name, each] of Object.entries(objects)) {
    trace(
      name,
      inspect.isawaitable(each),
      inspect.iscoroutine(each),
      inspect.isasyncgen(each),
      inspect.isgenerator(each),
      asyncio.isfuture(each),
    );
  }
  coroutine.close();
  await step;
  await task;
});
