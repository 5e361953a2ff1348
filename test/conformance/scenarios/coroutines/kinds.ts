// iscoroutine knows coroutines, iscoroutinefunction the functions that make them.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {});

  const plain = (): void => {};

  class Worker {
    @asyncio.coroutine
    async method(): Promise<this> {
      return this;
    }
  }

  const { inspect } = asyncio;
  const worker = new Worker();
  const coroutine = work();
  trace(
    'coroutines',
    [coroutine, work, plain, null, 1].map((x) => asyncio.iscoroutine(x)),
  );
  const functions = [work, coroutine, plain, worker.method, Worker.prototype.method, null];
  trace(
    'functions',
    functions.map((x) => inspect.iscoroutinefunction(x)),
  );
  trace('method', (await worker.method()) === worker);
  const objects = [coroutine, asyncio.get_running_loop().create_future(), work, 1];
  trace(
    'awaitable',
    objects.map((x) => inspect.isawaitable(x)),
  );
  await coroutine;
});
