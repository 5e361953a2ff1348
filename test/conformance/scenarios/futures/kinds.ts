// isfuture knows futures and tasks, and objects that say they are futures.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  class Marked {
    _asyncio_future_blocking = false;
  }

  const work = asyncio.coroutine(async () => {});

  const coroutine = work();
  const task = asyncio.create_task(coroutine);
  const future = loop.create_future();
  trace(
    'futures',
    [future, task, asyncio.gather(), new Marked()].map((x) => asyncio.isfuture(x)),
  );
  trace(
    'others',
    [coroutine, work, null, 1, 'f', []].map((x) => asyncio.isfuture(x)),
  );
  const made = [future, new asyncio.Future({ loop }), new asyncio.Future()];
  trace(
    'loop',
    made.map((each) => each.get_loop() === loop),
  );
  trace('wrap', asyncio.wrap_future(future) === future);
  await task;
});
