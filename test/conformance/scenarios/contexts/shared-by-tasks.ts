// Tasks that are given the same context share it: each sees what the others set.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const log = new asyncio.contextvars.ContextVar<string>('log', { default: '' });
  const context = asyncio.contextvars.copy_context();

  const writes = asyncio.coroutine(async (letter: string, delay: number) => {
    for (let i = 0; i < 2; i++) {
      log.set(log.get() + letter);
      await asyncio.sleep(delay);
    }
    return log.get();
  });

  const tasks = [
    asyncio.create_task(writes('a', 0.25), { context }),
    asyncio.create_task(writes('b', 0.5), { context }),
    asyncio.create_task(writes('c', 0.25)),
  ];
  await asyncio.sleep(0.125);
  trace('so far', context.__getitem__(log), log.get());
  context.run(() => log.set(context.__getitem__(log) + '!'));
  for (const task of tasks) trace('result', await task, task.get_context() === context);
});
