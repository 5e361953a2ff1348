// The error at the end of the time: Python's own `TimeoutError`, caused by the cancellation.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const show = (label: string, thrown: unknown): void => {
    const error = thrown as asyncio.TimeoutError;
    const cause = error.__cause__;
    trace(label, error, asyncio.str(error), [...error.args], error instanceof asyncio.OSError, error.errno);
    trace('cause', cause, error.__context__ === cause, error.__suppress_context__);
  };

  trace('one class', asyncio.TimeoutError === asyncio.exceptions.TimeoutError, asyncio.TimeoutError.name);
  try {
    await asyncio.async_with(asyncio.timeout(1), async () => {
      await asyncio.sleep(2);
    });
  } catch (error) {
    show('timeout', error);
  }
  try {
    await asyncio.wait_for(asyncio.sleep(2), 1);
  } catch (error) {
    show('wait_for', error);
  }
  try {
    for (const one of asyncio.as_completed([asyncio.get_running_loop().create_future()], { timeout: 1 })) await one;
  } catch (error) {
    show('as_completed', error);
  }
  try {
    await asyncio.async_with(asyncio.timeout(1), async () => {
      await asyncio.async_with(asyncio.timeout(2), async () => {
        await asyncio.sleep(3);
      });
    });
  } catch (error) {
    show('outer', error);
  }
});
