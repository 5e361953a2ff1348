// KeyboardInterrupt and SystemExit of an eager step are raised in who makes the task.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const tasks: asyncio.Task[] = [];

  const exits = asyncio.coroutine(async (error: Error) => {
    tasks.push(asyncio.current_task()!);
    throw error;
  });

  for (const error of [
    new asyncio.SystemExit(3),
    new asyncio.KeyboardInterrupt('stop'),
    new asyncio.GeneratorExit('left'),
  ]) {
    try {
      const task = asyncio.create_task(exits(error), { eager_start: true });
      trace('made', task.done());
    } catch (raised) {
      trace('raised', raised, raised === error);
    }
    const last = tasks.at(-1)!;
    trace('state', last.done(), last.exception(), asyncio.current_task()!.get_name());
  }
});
