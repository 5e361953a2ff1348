// Each run has its own loop and its own copy of the context; nothing is left for the next.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });
  const loops: asyncio.AbstractEventLoop[] = [];

  const work = asyncio.coroutine(async (value: string) => {
    loops.push(asyncio.get_running_loop());
    const before = variable.get();
    variable.set(value);
    asyncio.get_running_loop().call_later(5, trace, 'never');
    await asyncio.sleep(0.25);
    return [before, variable.get(), asyncio.all_tasks().size];
  });

  trace('first', await asyncio.run(work('one'), { loop_factory: newLoop }));
  trace('second', await asyncio.run(work('two'), { loop_factory: newLoop }));
  variable.set('outside');
  trace('third', await asyncio.run(work('three'), { loop_factory: newLoop }), variable.get());
  trace(
    'loops',
    new Set(loops).size,
    loops.map((loop) => loop.is_closed()),
  );
};
