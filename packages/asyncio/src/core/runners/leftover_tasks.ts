/** What becomes of the tasks that are left when a program has ended: they are cancelled, and their errors reported. */
import { all_tasks } from '../tasks/current.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { gatherGiven } from '../waiting/gathering.js';
import type { Task } from '../tasks/tasks.js';

function cancelAll(loop: AbstractEventLoop): Task<unknown>[] {
  const tasks = [...all_tasks(loop)];
  for (const task of tasks) task.cancel();
  return tasks;
}

function reportFailures(loop: AbstractEventLoop, tasks: readonly Task<unknown>[]): void {
  for (const task of tasks) {
    if (task.cancelled()) continue;
    const exception = task.exception();
    if (exception === null) continue;
    loop.call_exception_handler({
      message: 'unhandled exception during asyncio.run() shutdown',
      exception,
      task,
    });
  }
}

/** Cancels them, and waits until all have ended. */
export async function cancelAllTasks(loop: AbstractEventLoop): Promise<void> {
  const tasks = cancelAll(loop);
  if (tasks.length === 0) return;
  await loop.run_until_complete(gatherGiven(tasks, true));
  reportFailures(loop, tasks);
}

/** The same, but it blocks. */
export function cancelAllTasksSync(loop: AbstractEventLoop): void {
  const tasks = cancelAll(loop);
  if (tasks.length === 0) return;
  loop.run_until_complete_sync(gatherGiven(tasks, true));
  reportFailures(loop, tasks);
}
