// A task that awaits a future of another loop is told so.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const first = newLoop();
  const future = first.create_future();
  const second = newLoop();

  const work = asyncio.coroutine(async function work() {
    try {
      await future;
    } catch (error) {
      trace('told', error);
    }
    return 'went on';
  });

  const gathers = asyncio.coroutine(async () => {
    const own = asyncio.get_running_loop().create_future();
    try {
      await asyncio.gather(own, future);
    } catch (error) {
      trace('refused', error);
    }
  });

  trace(await second.run_until_complete(second.create_task(work(), { name: 'T' })));
  await second.run_until_complete(gathers());
  first.close();
  second.close();
};
