// An eager task may await what is done, what ends later, a task, and itself not.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const done = loop.create_future<string>();
  done.set_result('done');
  const pending = loop.create_future<string>();
  loop.call_later(0.5, () => {
    pending.set_result('later');
  });

  const awaits = asyncio.coroutine(async (what: PromiseLike<string>) => await what);

  const awaitsItself = asyncio.coroutine(async () => {
    try {
      await asyncio.current_task()!;
      return '';
    } catch (error) {
      return asyncio.str(error).split(':')[0];
    }
  });

  const first = asyncio.create_task(awaits(done), { eager_start: true });
  trace('done', first.done(), first.result());
  const second = asyncio.create_task(awaits(pending), { eager_start: true });
  const third = asyncio.create_task(awaits(second), { eager_start: true });
  const fourth = asyncio.create_task(awaits(asyncio.sleep(0, 'slept')), { eager_start: true });
  trace('pending', second.done(), third.done(), fourth.done());
  trace('results', await third, await second, await fourth);
  const itself = asyncio.create_task(awaitsItself(), { eager_start: true });
  await asyncio.sleep(0);
  trace('itself', itself.done(), itself.result());
});
