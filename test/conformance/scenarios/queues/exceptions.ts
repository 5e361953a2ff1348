// The exceptions of queues say nothing but their names; they belong to no other family.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const queue = new asyncio.Queue<number>(1);

  const attempt = (label: string, call: () => unknown): void => {
    try {
      call();
    } catch (error) {
      if (!(error instanceof asyncio.BaseException)) throw error;
      const other = error instanceof asyncio.RuntimeError || error instanceof asyncio.LookupError;
      trace(label, error, asyncio.str(error), [...error.args], other);
    }
  };

  attempt('empty', () => queue.get_nowait());
  queue.put_nowait(1);
  attempt('full', () => queue.put_nowait(2));
  queue.shutdown();
  attempt('shut down', () => queue.put_nowait(3));
  queue.get_nowait();
  attempt('shut down and empty', () => queue.get_nowait());
  const kinds = [asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown];
  trace(
    'bases',
    kinds.flatMap((kind) => [kind.name, (Object.getPrototypeOf(kind) as { name: string }).name]),
  );
  for (const kind of kinds) trace('by hand', new kind('text', 1), asyncio.str(new kind('text')));

  const drained: string[] = [];
  const stack = new asyncio.LifoQueue<string>();
  for (const item of 'abc') stack.put_nowait(item);
  try {
    for (;;) drained.push(stack.get_nowait());
  } catch (error) {
    if (!(error instanceof asyncio.QueueEmpty)) throw error;
    trace('drained', drained);
  }
});
