// A condition wakes those who wait for it, in order; they go on one after another, with the lock.
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

  const condition = new asyncio.Condition();

  const wait = asyncio.coroutine(async function wait(name: string) {
    await asyncio.async_with(condition, async () => {
      trace(name, await condition.wait(), condition.locked());
    });
  });

  const wait_for = asyncio.coroutine(async function wait_for(name: string, predicate: () => unknown) {
    await asyncio.async_with(condition, async () => {
      trace(name, await condition.wait_for(predicate));
    });
  });

  for (const call of [() => condition.notify(), () => condition.notify_all()]) refuse('not held', call);
  try {
    await condition.wait();
  } catch (error) {
    trace('not held', error);
  }
  const tasks = ['a', 'b', 'c', 'd'].map((name) => asyncio.create_task(wait(name)));
  await asyncio.sleep(1);
  trace('waiting', state(condition), condition.locked());
  await asyncio.async_with(condition, async () => {
    condition.notify();
    trace('one', state(condition));
    await asyncio.sleep(1);
    condition.notify({ n: 2 });
    condition.notify(0);
  });
  await asyncio.sleep(1);
  trace('left', state(condition));
  await asyncio.async_with(condition, async () => {
    condition.notify_all();
  });
  for (const task of tasks) await task;
  const values: number[] = [];
  const task = asyncio.create_task(wait_for('values', () => values));
  for (const value of [0, 1]) {
    await asyncio.sleep(1);
    await asyncio.async_with(condition, async () => {
      condition.notify();
      if (value !== 0) values.push(value);
    });
  }
  await task;
  await asyncio.async_with(condition, async () => {
    trace('at once', await condition.wait_for(() => 'true'), await condition.wait_for({ predicate: () => 5 }));
  });
  const lock = new asyncio.Lock();
  const one = new asyncio.Condition(lock);
  const other = new asyncio.Condition({ lock });
  await asyncio.async_with(one, async () => {
    trace('shared', other.locked(), state(one));
    other.notify();
  });

  const fails = (): never => {
    throw new asyncio.ValueError('predicate');
  };

  await asyncio.async_with(condition, async () => {
    try {
      await condition.wait_for(fails);
    } catch (error) {
      trace('predicate', error, condition.locked());
    }
  });
  refuse('arguments', () => (condition.wait_for as () => unknown).call(condition));
  refuse('arguments', () => (condition.wait as (x: number) => unknown).call(condition, 1));
  refuse('acquired by hand', () => condition.release());
  trace('acquire', await condition.acquire(), (condition.release(), null));
});
