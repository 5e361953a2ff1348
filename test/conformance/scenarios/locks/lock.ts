// A lock goes to the tasks in the order in which they asked for it.
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

  const lock = new asyncio.Lock();
  const Lock = asyncio.Lock as new (...args: unknown[]) => asyncio.Lock;

  const use = asyncio.coroutine(async function use(name: string) {
    trace(name, 'asks', await lock.acquire());
    await asyncio.sleep(1);
    lock.release();
    trace(name, 'gave', state(lock));
  });

  trace('new', state(lock), lock.locked());
  refuse('released', () => lock.release());
  const tasks = ['a', 'b', 'c'].map((name) => asyncio.create_task(use(name)));
  await asyncio.sleep(0);
  trace('taken', state(lock), lock.locked());
  await asyncio.sleep(1);
  trace('handed on', state(lock));
  await use('main');
  for (const task of tasks) await task;
  await asyncio.async_with(lock, async (nothing) => {
    trace('inside', nothing, state(lock));
  });
  try {
    await asyncio.async_with(lock, async () => {
      throw new asyncio.ValueError('inside');
    });
  } catch (error) {
    trace('left', error, state(lock));
  }
  await lock.acquire();
  lock.release();
  refuse('too often', () => lock.release());
  refuse('arguments', () => new Lock(1));
  refuse('keywords', () => new Lock({ loop: null }));
  refuse('acquire', () => (lock.acquire as (x: number) => unknown).call(lock, 1));

  class Own extends asyncio.Lock {}

  trace('names', asyncio.repr(lock).split(' ')[0], asyncio.repr(new Own()).split(' ')[0]);
});
