// A task can be awaited by many and many times; each gets the same result or the same exception.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const good = asyncio.coroutine(async () => {
    await asyncio.sleep(0.5);
    return ['a list'];
  });

  const bad = asyncio.coroutine(async (): Promise<string[]> => {
    await asyncio.sleep(0.5);
    throw new asyncio.ValueError('bad');
  });

  const ask = asyncio.coroutine(async (task: asyncio.Task<string[]>): Promise<unknown> => {
    try {
      return await task;
    } catch (error) {
      return error;
    }
  });

  for (const work of [good, bad]) {
    const task = asyncio.create_task(work());
    const answers = await asyncio.gather(ask(task), ask(task), ask(task));
    const again = await ask(task);
    trace(
      'answers',
      answers,
      answers.every((answer) => answer === again),
    );
  }
});
