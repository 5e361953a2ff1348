// A barrier lets its tasks go when enough have come; it can be reset and aborted.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const state = (one: unknown): string => asyncio.repr(one).split('[').slice(1).join('[');

  const refuse = (label: string, call: () => unknown): void => {
    try {
      trace(label, call());
    } catch (error) {
      trace(label, error);
    }
  };

  const barrier = new asyncio.Barrier(2);

  const meet = asyncio.coroutine(async function meet(name: string) {
    try {
      trace(name, await barrier.wait(), barrier.n_waiting);
    } catch (error) {
      if (!(error instanceof asyncio.BrokenBarrierError)) throw error;
      trace(name, error, state(barrier));
    }
  });

  const start = (names: string): asyncio.Task[] => [...names].map((name) => asyncio.create_task(meet(name)));

  trace('new', state(barrier), barrier.parties, barrier.n_waiting, barrier.broken);
  let tasks = start('a');
  await asyncio.sleep(1);
  trace('one', state(barrier), barrier.n_waiting);
  await meet('b');
  trace('both', state(barrier));
  await asyncio.gather(...tasks, ...start('cdef'));
  tasks = start('g');
  await asyncio.sleep(0);
  await barrier.reset();
  trace('reset', state(barrier));
  await asyncio.gather(...tasks);
  trace('reset', state(barrier), barrier.broken);
  tasks = start('h');
  await asyncio.sleep(0);
  await barrier.abort();
  trace('aborted', state(barrier), barrier.broken, barrier.n_waiting);
  await asyncio.gather(...tasks, ...start('i'));
  await barrier.reset();
  trace('usable again', state(barrier));
  tasks = start('jk');
  await asyncio.sleep(0);
  tasks[0]!.cancel();
  await asyncio.gather(...tasks, { return_exceptions: true });
  trace('cancelled', state(barrier));
  const alone = new asyncio.Barrier(1);
  await asyncio.async_with(alone, async (index) => {
    trace('alone', index, await alone.wait(), state(alone));
  });
  const Barrier = asyncio.Barrier as new (...args: unknown[]) => asyncio.Barrier;
  refuse('none', () => new Barrier(0));
  refuse('missing', () => new Barrier());
  refuse('text', () => new Barrier('2'));
  trace('keyword', new Barrier({ parties: 3 }).parties, asyncio.repr(alone).split(' ')[0]);
});
