/** What a loop does with what is left at its end, and what it says when it can never go on. */
import { Exception } from '../../builtins/exceptions.js';
import type { LinkedList } from '../../builtins/linked.js';
import { repr } from '../../builtins/repr.js';
import { awaitChain } from '../futures/await_chain.js';
import type { AsyncGeneratorBody } from '../asyncgens/asyncgen_bodies.js';
import type { Gen } from '../common/awaitable.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { CREATED, SUSPENDED } from '../coroutines/coroutine_states.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { ExceptionContext } from '../contract/loop_options.js';
import { gatherGiven } from '../waiting/gathering.js';
import { logger } from '../../host/log.js';
import { NativeCoroutine } from '../coroutines/native.js';
import { reportUnawaited } from '../coroutines/newborn.js';
import type { Task } from '../tasks/tasks.js';

const SHUTDOWN_ASYNCGENS = { name: 'shutdown_asyncgens', __qualname__: 'BaseEventLoop.shutdown_asyncgens' };

function* closeGenerators(loop: AbstractEventLoop, generators: Set<AsyncGeneratorBody>): Gen<void> {
  if (generators.size === 0) return;
  const closing = [...generators];
  generators.clear();
  const results = yield* gatherGiven(
    closing.map((generator) => generator.closing()),
    true,
  );
  for (const [index, result] of results.entries()) {
    const generator = closing[index];
    if (!(result instanceof Exception) || generator === undefined) continue;
    loop.call_exception_handler({
      message: `an error occurred during closing of asynchronous generator ${repr(generator)}`,
      exception: result,
      asyncgen: generator,
    });
  }
}

/** The coroutine of `shutdown_asyncgens`. */
export function shutdownAsyncgens(
  loop: AbstractEventLoop & { _asyncgens_shutdown_called: boolean },
  generators: Set<AsyncGeneratorBody>,
): Coroutine<null> {
  function* body(): Gen<null> {
    loop._asyncgens_shutdown_called = true;
    yield* closeGenerators(loop, generators);
    return null;
  }
  return new GeneratorCoroutine(body(), SHUTDOWN_ASYNCGENS);
}

/** The pending coroutine of a dead loop is closed, as CPython does when it is destroyed: its clean-up runs. */
function closeQuietly(coroutine: Coroutine<unknown> | null): void {
  if (coroutine === null || coroutine instanceof NativeCoroutine || coroutine._currentState() !== SUSPENDED) return;
  try {
    coroutine.close();
  } catch (error) {
    logger.exception(`Exception ignored while closing ${repr(coroutine)}`, error);
  }
}

/** Reports the tasks that are pending when their loop closes, and closes their coroutines. */
export function destroyPendingTasks(loop: AbstractEventLoop, tasks: LinkedList<Task<unknown>>): void {
  for (const task of tasks) {
    tasks.remove(task);
    if (task._log_destroy_pending) {
      const context: ExceptionContext = { task, message: 'Task was destroyed but it is pending!' };
      if (task._source_traceback !== null) context.source_traceback = task._source_traceback;
      loop.call_exception_handler(context);
    }
    const coroutine = task.get_coro();
    closeQuietly(coroutine);
    if (coroutine?._state === CREATED) reportUnawaited(coroutine);
  }
}

/** The coroutines in which a task is suspended, where they are more than its own, which its repr names. */
function whereItWaits(task: Task<unknown>): string {
  const names = awaitChain(task._coro).map(({ __qualname__ }) => `${__qualname__}()`);
  return names.length < 2 ? '' : `, in ${names.join(' > ')}`;
}

/** What is said of a loop that can never go on: law 10. */
export function stallMessage(tasks: Iterable<Task<unknown>>): string {
  const lines = Array.from(tasks, (task) => `\n  ${repr(task)}${whereItWaits(task)}`);
  return (
    'the event loop waits for something that can never happen: nothing is ready, no timer is set, and nothing else ' +
    `keeps the process alive; ${lines.length === 0 ? 'there are no tasks' : `these tasks wait:${lines.join('')}`}`
  );
}
