// Failures in groups within groups: each group waits for its own, and the errors keep the nesting.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const fails = asyncio.coroutine(async function fails(name: string, seconds: number) {
    await asyncio.sleep(seconds);
    throw new asyncio.ValueError(name);
  });

  const stubborn = asyncio.coroutine(async function stubborn(name: string, seconds: number) {
    try {
      await asyncio.sleep(9);
    } catch {
      await asyncio.sleep(seconds);
      throw new asyncio.KeyError(name);
    }
  });

  const inner = asyncio.coroutine(async function inner(name: string, seconds: number) {
    const group = new asyncio.TaskGroup();
    try {
      await asyncio.async_with(group, async () => {
        group.create_task(fails(`${name} in a task`, seconds));
        group.create_task(stubborn(`${name} stubborn`, 1));
      });
    } finally {
      trace(name, 'is left', group);
    }
  });

  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (outer) => {
      outer.create_task(inner('left', 1));
      outer.create_task(inner('right', 5));
      await asyncio.async_with(new asyncio.TaskGroup(), async (third) => {
        third.create_task(stubborn('third', 2));
      });
    });
  } catch (error) {
    asyncio.except_star(
      error,
      [asyncio.KeyError, (group) => trace('stubborn', group)],
      [asyncio.ValueError, (group) => trace('values', group)],
    );
  }
  trace('requests', asyncio.current_task()!.cancelling());
});
