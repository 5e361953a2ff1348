/** `asyncio.tasks`, as Python's submodule. */
export { as_completed } from '../core/as_completed.js';
export { create_eager_task_factory, create_task, eager_task_factory } from '../core/create_task.js';
export {
  _enter_task,
  _leave_task,
  _register_task,
  _unregister_task,
  all_tasks,
  current_task,
} from '../core/current.js';
export { ensure_future } from '../core/ensure_future.js';
export { gather } from '../core/gather.js';
export { shield } from '../core/shield.js';
export { sleep } from '../core/sleep.js';
export { run_coroutine_threadsafe } from '../core/threadsafe.js';
export { Task } from '../core/tasks.js';
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from '../core/wait.js';
export { wait_for } from '../core/wait_for.js';
