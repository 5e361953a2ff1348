// A queue keeps its items in order; who waits comes first.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const refuse = (label: string, call: () => unknown): void => {
    try {
      trace(label, call());
    } catch (error) {
      trace(label, error);
    }
  };

  const queue = new asyncio.Queue<unknown>({ maxsize: 2 });

  const take = asyncio.coroutine(async function take(name: string) {
    show(name, await queue.get(), queue);
  });

  const give = asyncio.coroutine(async function give(name: string) {
    show(name, await queue.put(name), queue);
  });

  const show = (label: string, ...values: unknown[]): void =>
    trace(label, ...values.map((value) => (value === queue ? asyncio.str(queue) : value)));
  show('new', queue, queue.maxsize, queue.qsize(), queue.empty(), queue.full());
  refuse('empty', () => queue.get_nowait());
  let tasks = ['a', 'b'].map((name) => asyncio.create_task(take(name)));
  await asyncio.sleep(0);
  show('getters', queue);
  await queue.put(1);
  queue.put_nowait(2);
  queue.put_nowait(3);
  show('given', queue, queue.full());
  refuse('full', () => queue.put_nowait(4));
  for (const task of tasks) await task;
  tasks = ['c', 'd', 'e', 'f'].map((name) => asyncio.create_task(give(name)));
  await asyncio.sleep(0);
  show('putters', queue, queue.qsize());
  while (!queue.empty()) {
    show('got', queue.get_nowait(), queue);
    await asyncio.sleep(0);
  }
  for (const task of tasks) await task;
  show('rest', queue);
  const any = queue as unknown as Record<string, (...args: unknown[]) => unknown>;
  refuse('no item', () => any.put_nowait!());
  refuse('no item', () => any.put!());
  refuse('too much', () => any.put!(1, 2));
  refuse('get', () => any.get!(1));
  show('keyword', new asyncio.Queue(3).maxsize, new asyncio.Queue(-1).full(), asyncio.str(new asyncio.Queue(-1)));
  if (queue.full()) queue.get_nowait();
  else any.put_nowait!({ a: 1 });
  show('name', asyncio.repr(queue).split(' at ')[0], queue);
});
