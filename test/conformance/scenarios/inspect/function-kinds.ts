// What kind of function a function is, whether it is bare, a method or bound.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { inspect } = asyncio;

  const work = asyncio.coroutine(async () => {});

  const letters = asyncio.asyncgen(async function* () {
    yield 'a';
  });

  const numbers = function* (): Generator<number> {
    yield 1;
  };

  const plain = (): unknown => work();

  class Worker {
    @asyncio.coroutine
    async method(): Promise<void> {}

    @asyncio.asyncgen
    async *items(): AsyncGenerator<number> {
      yield 1;
    }

    *steps(): Generator<number> {
      yield 1;
    }
  }

  const worker = new Worker();
  const functions: Record<string, unknown> = {
    work,
    letters,
    numbers,
    plain,
    method: worker.method.bind(worker),
    items: worker.items.bind(worker),
    steps: worker.steps.bind(worker),
    unbound: Worker.prototype.items,
    class: Worker,
    instance: worker,
    none: null,
  };
  for (const [name, fn] of Object.entries(functions)) {
    trace(name, inspect.iscoroutinefunction(fn), inspect.isasyncgenfunction(fn), inspect.isgeneratorfunction(fn));
  }
});
