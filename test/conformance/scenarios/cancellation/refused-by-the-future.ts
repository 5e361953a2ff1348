// A future that refuses to be cancelled only delays the cancellation of who awaits it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Stubborn extends asyncio.Future<string> {
  override cancel(): boolean {
    return false;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const stubborn = new Stubborn({ loop });

  const work = asyncio.coroutine(async () => {
    try {
      trace('never', await stubborn);
    } catch (error) {
      trace('gets', error);
      throw error;
    }
  });

  const task = asyncio.create_task(work());
  await asyncio.sleep(0.25);
  trace('cancel', task.cancel('late'), task.cancelling());
  await asyncio.sleep(0.25);
  trace('still waits', task.done(), stubborn.done());
  stubborn.set_result('value');
  try {
    await task;
  } catch {
    trace('cancelled', stubborn.result());
  }
});
