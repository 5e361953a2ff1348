// `as_completed` gives each one as it ends: by `for` coroutines, by `async for` the futures.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const attempt = asyncio.coroutine(async function attempt(label: string, awaitable: asyncio.Awaitable<unknown>) {
    try {
      trace(label, await awaitable);
    } catch (error) {
      if (!(error instanceof asyncio.Exception)) throw error;
      trace(label, error);
    }
  });

  const work = asyncio.coroutine(async function work(name: string, seconds: number, fails = false) {
    await asyncio.sleep(seconds);
    if (fails) throw new asyncio.ValueError(name);
    return name;
  });

  for (const one of asyncio.as_completed([work('a', 2), work('b', 1), work('c', 3, true), work('d', 1)])) {
    await attempt('plain', one);
  }
  const tasks = [asyncio.create_task(work('e', 2)), asyncio.create_task(work('f', 1, true))];
  for await (const one of asyncio.as_completed(tasks)) {
    trace('asynchronous', tasks.indexOf(one), one.done(), one.exception());
  }
  for await (const one of asyncio.as_completed([...tasks, tasks[0]!, work('g', 0)])) {
    trace('once each', tasks.includes(one as never), one.exception());
  }
  const coroutine = work('h', 1);
  for (const one of asyncio.as_completed([coroutine, coroutine])) await attempt('one coroutine twice', one);
  const nothing = asyncio.as_completed([]);
  trace('nothing', [...nothing]);
  for await (const one of nothing) trace('never', one);
  const iterator = asyncio.as_completed([work('i', 1), work('j', 2)]);
  trace('itself', iterator[Symbol.iterator]() === iterator, asyncio.aiter(iterator) === iterator);
  const first = iterator.next().value!;
  const second = iterator.next().value!;
  if (iterator.next().done === true) trace('no more');
  await attempt('second first', second);
  await attempt('first', first);
});
