// Cancelled at every turn: a task that waits for a condition, among others that do.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const condition = new asyncio.Condition();
  const items: number[] = [];

  const take = asyncio.coroutine(async function take(name: string) {
    await asyncio.async_with(condition, async () => {
      trace(name, 'looks');
      await condition.wait_for(() => items.length > 0);
      trace(name, 'takes', items.shift());
    });
  });

  const victim = asyncio.coroutine(async function victim() {
    await take('victim');
    await asyncio.async_with(condition, async () => {
      trace('victim', 'waits');
      trace('victim', await condition.wait());
    });
  });

  const others = asyncio.coroutine(async function others() {
    const a = asyncio.create_task(take('a'));
    const b = asyncio.create_task(take('b'));
    await asyncio.sleep(1);
    await asyncio.async_with(condition, async () => {
      items.push(1);
      condition.notify();
      await asyncio.sleep(1);
    });
    await asyncio.sleep(0);
    await asyncio.async_with(condition, async () => {
      items.push(2, 3);
      condition.notify(2);
    });
    await asyncio.sleep(1);
    await asyncio.async_with(condition, async () => {
      items.push(4);
      condition.notify_all();
    });
    await a;
    await b;
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', asyncio.repr(condition).split('[')[1]);
    await asyncio.async_with(condition, async () => {
      condition.notify_all();
    });
    items.push(5);
    await take('afterwards');
  });

  return [victim, others, afterwards];
};
