// When the time of `as_completed` is over, what is left raises, and goes on.
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

  const tasks = ['a', 'b', 'c', 'd'].map((name, seconds) => asyncio.create_task(work(name, seconds)));
  for (const one of asyncio.as_completed(tasks, { timeout: 1.5 })) await attempt('plain', one);
  try {
    for await (const one of asyncio.as_completed(tasks, { timeout: 1 })) trace('asynchronous', one.result());
  } catch (error) {
    trace('over', error);
  }
  for await (const one of asyncio.as_completed(tasks, { timeout: 0.5 })) trace('left', one.result());
  for (const one of asyncio.as_completed(tasks, { timeout: 0 })) await attempt('no time', one);
  for (const wrong of [5, tasks[0], null]) {
    try {
      asyncio.as_completed(wrong as never);
    } catch (error) {
      trace('wrong', error);
    }
  }
  try {
    asyncio.as_completed([5] as never);
  } catch (error) {
    trace('wrong', error);
  }
  const coroutine = work('single', 1);
  try {
    asyncio.as_completed(coroutine as never);
  } catch (error) {
    trace('wrong', error);
  }
  coroutine.close();
});
