// A semaphore gives its permits in the order of the tasks that asked.
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

  let semaphore = new asyncio.Semaphore(2);

  const use = asyncio.coroutine(async function use(name: string) {
    await asyncio.async_with(semaphore, async (nothing) => {
      trace(name, nothing, state(semaphore));
      await asyncio.sleep(1);
    });
  });

  trace('new', state(semaphore), semaphore.locked());
  let tasks = ['a', 'b', 'c', 'd'].map((name) => asyncio.create_task(use(name)));
  await asyncio.sleep(0);
  trace('taken', state(semaphore), semaphore.locked());
  await asyncio.sleep(1);
  trace('woken', state(semaphore), semaphore.locked());
  await use('main');
  for (const task of tasks) await task;
  semaphore.release();
  trace('more than before', state(semaphore));
  semaphore = new asyncio.Semaphore(0);
  tasks = ['x', 'y', 'z'].map((name) => asyncio.create_task(use(name)));
  await asyncio.sleep(0);
  semaphore.release();
  semaphore.release();
  tasks[0]!.cancel('as it is woken');
  trace('released', state(semaphore));
  await asyncio.sleep(0);
  semaphore.release();
  trace('ended', await asyncio.gather(...tasks, { return_exceptions: true }), state(semaphore));
  const bounded = new asyncio.BoundedSemaphore({ value: 1 });
  refuse('bounded', () => bounded.release());
  trace('acquire', await bounded.acquire(), state(bounded));
  bounded.release();
  refuse('bounded', () => bounded.release());
  trace('names', asyncio.repr(bounded).split(' ')[0], asyncio.repr(semaphore).split(' ')[0]);
  const Semaphore = asyncio.Semaphore as new (...args: unknown[]) => asyncio.Semaphore;
  refuse('negative', () => new Semaphore(-1));
  refuse('negative', () => new asyncio.BoundedSemaphore(-1));
  refuse('too many', () => new Semaphore(1, 2));
  refuse('text', () => new Semaphore('1'));
});
