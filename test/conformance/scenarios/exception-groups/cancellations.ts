// A group with a cancellation in it is no `Exception`: a task that raises it has failed all the same.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const mixed = asyncio.coroutine(async function mixed() {
    throw new asyncio.BaseExceptionGroup('mixed', [new asyncio.CancelledError('one'), new asyncio.ValueError('two')]);
  });

  const pure = asyncio.coroutine(async function pure() {
    throw new asyncio.ExceptionGroup('pure', [new asyncio.ValueError('two')]);
  });

  const task = asyncio.create_task(mixed());
  const results = await asyncio.gather(task, pure(), { return_exceptions: true });
  const isException = (results as unknown[]).map((one) => one instanceof asyncio.Exception);
  trace('results', results, task.cancelled(), isException);
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(mixed());
      group.create_task(pure());
    });
  } catch (error) {
    if (!(error instanceof asyncio.BaseExceptionGroup)) throw error;
    trace('in a task group', error);
    trace('only exceptions', ...error.split(asyncio.Exception));
    trace('only cancellations', error.subgroup(asyncio.CancelledError));
  }
  try {
    try {
      await mixed();
    } catch (error) {
      asyncio.except_star(error, [asyncio.ValueError, (group) => trace('taken', group)]);
    }
  } catch (error) {
    trace('left', error, error instanceof asyncio.Exception);
  }
});
