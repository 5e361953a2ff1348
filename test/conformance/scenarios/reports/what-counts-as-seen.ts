// An exception counts as seen when somebody asks for it, not when somebody waits for its task.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const fails = asyncio.coroutine(async function fails(name: string) {
    throw new asyncio.ValueError(name);
  });

  const make = (name: string) => asyncio.create_task(fails(name), { name });

  await asyncio.wait([make('waited for')]);
  for (const coroutine of asyncio.as_completed([make('as completed, not awaited')])) {
    coroutine.close();
    await asyncio.sleep(0);
  }
  make('with a callback').add_done_callback(() => null);
  make('ended').done();
  await asyncio.sleep(0);
  const asked = make('exception asked');
  asked.add_done_callback((task) => {
    trace('asked', task.exception());
  });
  await asyncio.gather(make('gathered'), { return_exceptions: true });
  const cancelledLate = make('cancelled too late');
  await asyncio.sleep(0);
  trace('cancel', cancelledLate.cancel());
  try {
    await asyncio.wait_for(make('awaited with a limit'), 1);
  } catch (error) {
    trace('raised', error);
  }
});
