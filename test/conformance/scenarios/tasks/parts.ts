// A task tells its coroutine, its context and its loop.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });

  const work = asyncio.coroutine(async () => {
    variable.set('inside');
  });

  const coroutine = work();
  const task = asyncio.create_task(coroutine);
  trace('coroutine', task.get_coro() === coroutine);
  trace('loop', task.get_loop() === asyncio.get_running_loop());
  trace('context', task.get_context().get(variable));
  await task;
  trace('context', task.get_context().get(variable), variable.get());
  trace('coroutine', task.get_coro() === coroutine);
});
