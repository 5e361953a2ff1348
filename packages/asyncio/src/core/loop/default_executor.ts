/** The executor of loops that are given none, on platforms that have threads. */
import type { Executor } from '../../concurrent/executor.js';
import { ThreadPoolExecutor } from '../../concurrent/thread.js';
import { TimeoutError, toException } from '../../builtins/exceptions.js';
import { str } from '../../builtins/repr.js';
import type { Gen } from '../common/awaitable.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { DefaultExecutors } from './executors.js';
import type { Future } from '../futures/futures.js';
import { promiseToFuture } from '../tasks/promises.js';
import { timeout as timeoutAfter } from '../waiting/timeouts.js';

/**
 * Shuts an executor down; the future tells when all its work is done. As CPython's thread for that does, it says so to
 * the loop by a callback: whoever awaits a call of the executor hears of that first.
 */
function shutDown(executor: Executor, loop: AbstractEventLoop): Future<null> {
  const ended = loop.create_future<null>();
  const shut = promiseToFuture(executor.shutdown(true), loop);
  shut.add_done_callback(() => {
    if (ended.done() || shut.cancelled()) return;
    const error = shut.exception();
    if (error === null) ended.set_result(null);
    else ended.set_exception(error);
  });
  ended.add_done_callback(() => shut.cancel());
  return ended;
}

function* within(limit: number | null, executor: Executor, loop: AbstractEventLoop): Gen<void> {
  const scope = timeoutAfter(limit);
  scope._enter();
  try {
    yield* shutDown(executor, loop);
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
