// A task answers for its state from its creation to its end.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const state = (label: string, task: asyncio.Task<unknown>): void => {
    trace(label, task.done(), task.cancelled());
  };

  const ask = (label: string, question: () => unknown): void => {
    try {
      trace(label, question());
    } catch (error) {
      trace(label, 'raises', error);
    }
  };

  const good = asyncio.coroutine(async () => {
    await asyncio.sleep(0.5);
    return 'good';
  });

  const bad = asyncio.coroutine(async (): Promise<string> => {
    await asyncio.sleep(0.5);
    throw new asyncio.ValueError('bad');
  });

  const tasks = {
    good: asyncio.create_task(good()),
    bad: asyncio.create_task(bad()),
    gone: asyncio.create_task(good()),
  };
  for (const delay of [0, 0.25, 0.5]) {
    for (const [name, task] of Object.entries(tasks)) {
      state(name, task);
      ask(`${name} result`, () => task.result());
      ask(`${name} exception`, () => task.exception());
    }
    await asyncio.sleep(delay);
    tasks.gone.cancel('so');
  }
  for (const [name, task] of Object.entries(tasks)) {
    state(name, task);
    ask(`${name} result`, () => task.result());
    ask(`${name} exception`, () => task.exception());
  }
});
