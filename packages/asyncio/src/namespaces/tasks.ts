/** `asyncio.tasks`, as Python's submodule. */
export { as_completed } from '../core/waiting/as_completed.js';
export { create_eager_task_factory, create_task, eager_task_factory } from '../core/tasks/create_task.js';
export {
  _enter_task,
  _leave_task,
  _register_task,
  _unregister_task,
  all_tasks,
  current_task,
} from '../core/tasks/current.js';
export { ensure_future } from '../core/tasks/ensure_future.js';
export { gather } from '../core/waiting/gather.js';
export { shield } from '../core/waiting/shield.js';
export { sleep } from '../core/tasks/sleep.js';
export { run_coroutine_threadsafe } from '../core/loop/threadsafe.js';
export { Task } from '../core/tasks/tasks.js';
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from '../core/waiting/wait.js';
export { wait_for } from '../core/waiting/wait_for.js';
