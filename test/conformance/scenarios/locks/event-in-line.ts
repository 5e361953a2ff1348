// A set event wakes its waiters in the order in which they came, all in one turn, before later callbacks.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const event = new asyncio.Event();
  const loop = asyncio.get_running_loop();

  const wait = asyncio.coroutine(async function wait(name: string) {
    await event.wait();
    trace(name, 'first turn');
    await asyncio.sleep(0);
    trace(name, 'second turn');
  });

  const tasks = [...'abc'].map((name) => asyncio.create_task(wait(name)));
  await asyncio.sleep(1);
  loop.call_soon(trace, 'callback before');
  event.set();
  loop.call_soon(trace, 'callback after');
  trace(
    'set',
    tasks.map((task) => task.done()),
  );
  await asyncio.gather(...tasks);

  const late = asyncio.create_task(wait('late'));
  loop.call_later(1, () => {
    event.clear();
  });
  await late;
  trace('was set still', event.is_set());
});
