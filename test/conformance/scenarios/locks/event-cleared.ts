// An event that is cleared wakes nobody, and one that is set twice wakes nobody twice.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const event = new asyncio.Event();
  const state = (): string => asyncio.repr(event).split('[')[1]!;

  const wait = asyncio.coroutine(async function wait(name: string) {
    await event.wait();
    trace(name, event.is_set());
    await event.wait();
    trace(name, 'again', event.is_set());
  });

  const tasks = [...'abc'].map((name) => asyncio.create_task(wait(name)));
  const done = (): boolean[] => tasks.map((task) => task.done());
  await asyncio.sleep(1);
  event.clear();
  await asyncio.sleep(1);
  trace('cleared', done(), state());
  event.set();
  event.set();
  event.clear();
  await asyncio.sleep(1);
  trace('woken once', done(), state());
  event.set();
  await asyncio.gather(...tasks);
  event.clear();
  trace('ended', state());
});
