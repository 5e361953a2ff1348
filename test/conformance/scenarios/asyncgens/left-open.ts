// run closes the generators that are left open, when all tasks have ended.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

const kept: { aclose(): PromiseLike<unknown> }[] = [];

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.asyncgen(async function* work(name: string, fails: boolean) {
    try {
      yield name;
      yield 'never';
    } finally {
      trace(name, 'cleans up');
      await asyncio.sleep(0);
      trace(name, 'is clean');
      if (fails) throw new asyncio.ValueError(name);
    }
  });

  const leftover = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } finally {
      trace('the task ends first');
    }
  });

  const generators = [work('a', false), work('b', true), work('c', false)];
  kept.push(...generators);
  for (const generator of generators) trace('first', await asyncio.anext(generator));
  await generators[2]!.aclose();
  const task = asyncio.create_task(leftover());
  await asyncio.sleep(0);
  trace('main ends', task.done());
});
