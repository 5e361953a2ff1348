/** The executor of loops that are given none, on platforms that have threads. */
import type { Executor } from '../concurrent/executor.js';
import { ThreadPoolExecutor } from '../concurrent/thread.js';
import { TimeoutError, toException } from '../builtins/exceptions.js';
import { str } from '../builtins/repr.js';
import type { Gen } from './awaitable.js';
import type { AbstractEventLoop } from './events.js';
import type { DefaultExecutors } from './executors.js';
import { promiseToFuture } from './promises.js';
import { timeout as timeoutAfter } from './timeouts.js';

function* within(limit: number | null, executor: Executor, loop: AbstractEventLoop): Gen<void> {
  const scope = timeoutAfter(limit);
  scope._enter();
  try {
    yield* promiseToFuture(executor.shutdown(true), loop);
  } catch (error) {
    scope._exit(toException(error));
    throw error;
  }
  scope._exit(null);
}

function* join(executor: Executor, limit: number | null, loop: AbstractEventLoop): Gen<void> {
  try {
    yield* within(limit, executor, loop);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    loop._warn(`The executor did not finishing joining its threads within ${str(limit)} seconds.`, 'RuntimeWarning');
    void executor.shutdown(false);
  }
}

/** Makes them, and waits for their end. */
export const threadExecutors: DefaultExecutors = {
  make: () => new ThreadPoolExecutor({ thread_name_prefix: 'asyncio' }),
  join,
};
