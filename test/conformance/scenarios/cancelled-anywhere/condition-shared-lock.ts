// Cancelled at every turn: a task that waits for two conditions, which share a lock.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const lock = new asyncio.Lock();
  const full = new asyncio.Condition(lock);
  const empty = new asyncio.Condition(lock);
  const items: string[] = [];
  const state = (condition: asyncio.Condition): string => asyncio.repr(condition).split('[')[1]!;

  const put = asyncio.coroutine(async function put(name: string) {
    await asyncio.async_with(full, async () => {
      await full.wait_for(() => items.length < 1);
      items.push(name);
      trace('put', name);
      empty.notify();
    });
  });

  const take = asyncio.coroutine(async function take(name: string) {
    await asyncio.async_with(empty, async () => {
      await empty.wait_for(() => items);
      trace(name, 'takes', items.pop());
      full.notify();
    });
  });

  const victim = asyncio.coroutine(async function victim() {
    for (const number of [0, 1]) await put(`victim ${number}`);
    await take('victim');
  });

  const others = asyncio.coroutine(async function others() {
    const putter = asyncio.create_task(put('other'));
    await asyncio.sleep(1);
    await take('first');
    await asyncio.async_with(lock, async () => {
      await asyncio.sleep(1);
      full.notify_all();
      empty.notify_all();
    });
    await asyncio.sleep(1);
    while (!putter.done()) {
      await take('helper');
      await asyncio.sleep(0);
    }
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', items, lock.locked(), state(full), state(empty));
    items.length = 0;
    await asyncio.async_with(lock, async () => {
      full.notify_all();
    });
    await asyncio.sleep(0);
    await put('afterwards');
    await take('afterwards');
  });

  return [victim, others, afterwards];
};
