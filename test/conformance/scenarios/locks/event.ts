// An event wakes all who wait, also when it is cleared at once.
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

  const event = new asyncio.Event();

  const wait = asyncio.coroutine(async function wait(name: string) {
    trace(name, await event.wait(), event.is_set());
  });

  const tasks = ['a', 'b'].map((name) => asyncio.create_task(wait(name)));
  await asyncio.sleep(1);
  trace('waiting', state(event), event.is_set());
  event.set();
  event.clear();
  trace('set and cleared', state(event));
  tasks.push(asyncio.create_task(wait('c')));
  await asyncio.sleep(1);
  trace('still waiting', state(event));
  event.set();
  event.set();
  trace('set', state(event));
  await wait('main');
  for (const task of tasks) await task;
  event.clear();
  const task = asyncio.create_task(wait('d'));
  await asyncio.sleep(0);
  event.set();
  task.cancel();
  try {
    await task;
  } catch (error) {
    trace('cancelled', error, state(event));
  }
  refuse('arguments', () => new (asyncio.Event as new (x: number) => asyncio.Event)(1));
  refuse('wait', () => (event.wait as (x: number) => unknown).call(event, 1));
});
