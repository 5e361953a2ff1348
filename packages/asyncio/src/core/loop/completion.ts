/** What `run_until_complete` does: it has the loop run until a future is done. */
import { RuntimeError } from '../../builtins/exceptions.js';
import type { AwaitableOrThunk } from '../common/awaitable.js';
import { toFuture } from '../tasks/ensure_future.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { isFatal } from '../common/exceptions.js';
import { isfuture, type Future } from '../futures/futures.js';
import type { OnEnd } from './scheduler.js';
import { NONE } from '../coroutines/steps.js';
import { Task } from '../tasks/tasks.js';

/** Where CPython's name for the callback shows in reprs. */
function _run_until_complete_cb(future: Future<unknown>): void {
  // The loop has ended already when it was ended by an exception.
  if (!future.cancelled() && isFatal(future.exception())) return;
  future.get_loop().stop();
}

/** Has `start` begin the loop, which the future ends, and tells what has become of that. */
export function complete<T>(
  loop: AbstractEventLoop,
  future: AwaitableOrThunk<T>,
  start: (onEnd: OnEnd) => void,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): void {
  const isNew = !isfuture(future);
  const main = toFuture<T>(future, loop);
  if (isNew && main instanceof Task) main._log_destroy_pending = false;
  main.add_done_callback(_run_until_complete_cb);
  start((error) => {
    main.remove_done_callback(_run_until_complete_cb);
    if (error !== NONE) {
      // Nobody else can reach a task that was made here: its exception counts as seen.
      if (isNew && main.done() && !main.cancelled()) main.exception();
      reject(error);
      return;
    }
    if (!main.done()) {
      reject(new RuntimeError('Event loop stopped before Future completed.'));
      return;
    }
    let value: T;
    try {
      value = main.result();
    } catch (raised) {
      reject(raised);
      return;
    }
    resolve(value);
  });
}
