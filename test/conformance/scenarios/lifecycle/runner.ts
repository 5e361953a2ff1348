// A runner keeps one loop and one context for several runs.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });

  const work = asyncio.coroutine(async (value: string) => {
    const before = variable.get();
    variable.set(value);
    await asyncio.sleep(0.5);
    return [before, asyncio.get_running_loop() === loop];
  });

  const runner = new asyncio.Runner({ loop_factory: newLoop });
  const loop = runner.get_loop();
  trace('loop', loop.is_running(), loop.is_closed());
  trace('first', await runner.run(work('one')));
  trace('second', await runner.run(work('two')));
  const context = asyncio.contextvars.copy_context();
  trace('given', await runner.run(work('three'), { context }), context.get(variable));
  trace('fourth', await runner.run(work('four')));
  trace('outside', variable.get());
  await runner.close();
  trace('closed', loop.is_closed());
  const coroutine = work('five');
  for (const attempt of [() => runner.get_loop(), () => runner.run(coroutine), () => runner.__enter__()]) {
    try {
      await attempt();
    } catch (error) {
      trace('refused', error);
    }
  }
  trace('close again', (await runner.close()) ?? null);
  coroutine.close();
};
