// current_task is the task whose step runs; in a callback there is none.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const name = (): string | null => asyncio.current_task()?.get_name() ?? null;

  const inner = asyncio.coroutine(async (label: string) => {
    trace(label, name());
    await asyncio.sleep(0);
    trace(label, name());
  });

  const outer = asyncio.coroutine(async (label: string) => {
    trace(label, name());
    await inner(label);
    trace(label, name());
  });

  loop.call_soon(() => trace('callback', name()));
  const a = asyncio.create_task(outer('a'), { name: 'A' });
  const b = asyncio.create_task(outer('b'), { name: 'B' });
  a.add_done_callback(() => trace('done callback', name()));
  await inner('main');
  await b;
  trace('main', name(), asyncio.current_task(loop) === asyncio.current_task());
});
