// What is scheduled within Context.run belongs to a copy of that context.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });

  const work = asyncio.coroutine(async (name: string) => {
    trace(name, variable.get());
    variable.set('changed');
  });

  const schedule = (name: string): asyncio.Task<void> => {
    variable.set(`set in ${name}`);
    loop.call_soon(() => trace('callback', variable.get()));
    return asyncio.create_task(work(name));
  };

  const context = asyncio.contextvars.copy_context();
  const task = context.run(schedule, 'run');
  trace('here', variable.get(), context.get(variable));
  await task;
  trace('context', context.get(variable), task.get_context().get(variable));
});
