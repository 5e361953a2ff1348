/** Texts about tasks: reprs and stacks, as CPython's `asyncio.base_tasks` makes them. */
import { repr } from '../../builtins/repr.js';
import { formatStack, stackOf, type FrameSummary } from '../common/format_helpers.js';
import type { Task } from './tasks.js';

/** The parts of a task's repr, made of those of its future. */
export function taskInfo(task: Task<unknown>, futureInfo: readonly string[]): string[] {
  const info = [...futureInfo];
  if (task._num_cancels_requested > 0 && task._state === 'PENDING') info[0] = 'cancelling';
  info.splice(1, 0, `name=${repr(task.get_name())}`);
  if (task._fut_waiter !== null) info.splice(2, 0, `wait_for=${repr(task._fut_waiter)}`);
  if (task._coro !== null) {
    info.splice(2, 0, `coro=<${task._coro._describe()}>`);
  }
  return info;
}

/** The frames of a task: of a pending one its coroutine's, of a failed one those of its exception. */
export function stackOfTask(task: Task<unknown>, limit: number | null): FrameSummary[] {
  if (task._state === 'PENDING' && task._coro !== null) {
    // Where a suspended body stands can't be known; where it was made is, in debug mode.
    const origin = task._coro._origin?.at(-1);
    const frame = { filename: origin?.filename ?? '<unknown>', lineno: origin?.lineno ?? 0, name: task._coro.__name__ };
    return limit !== null && limit <= 0 ? [] : [frame];
  }
  if (task._exception === null) return [];
  const frames = stackOf(task._exception);
  return limit === null ? frames : frames.slice(0, Math.max(0, limit));
}

/** The frames as a traceback. */
export function formatTaskStack(task: Task<unknown>, frames: readonly FrameSummary[]): string {
  const exception = task._exception;
  const kind = exception === null ? 'Stack' : 'Traceback';
  const title =
    frames.length === 0 ? `No stack for ${repr(task)}` : `${kind} for ${repr(task)} (most recent call last):`;
  const end = exception === null ? '' : `${exception.name}: ${exception.message}\n`;
  return `${title}\n${formatStack(frames)}${end}`;
}
