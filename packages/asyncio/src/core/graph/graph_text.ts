/** The text of a call graph. */
import { address, repr } from '../../builtins/repr.js';
import type { Future } from '../futures/futures.js';
import type { CallGraphFrame, FutureCallGraph } from './graph_entries.js';
import { Task } from '../tasks/tasks.js';

/** A line of a call stack. */
function frameLine({ name, kind, filename, lineno, created }: CallGraphFrame): string {
  const called = `in ${kind === 'function' ? '' : `${kind} `}${name}()`;
  if (filename !== null) return `File ${repr(filename)}, line ${String(lineno)}, ${called}`;
  return created === null ? called : `${called}, created at ${created.filename}:${String(created.lineno)}`;
}

function header(future: Future<unknown>): string {
  return future instanceof Task
    ? `* Task(name=${repr(future.get_name())}, id=${address(future)})`
    : `* Future(id=${address(future)})`;
}

/** The text of a graph. Who waits for a future that stands in it several times is said at the first place. */
export function format(graph: FutureCallGraph): string {
  const lines: string[] = [];
  const shown = new Set<FutureCallGraph>();
  const pending: [graph: FutureCallGraph, level: number][] = [[graph, 0]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [{ future, call_stack, awaited_by }, level] = next;
    const add = (line: string): void => void lines.push('    '.repeat(level) + line);
    add(header(future));
    if (call_stack.length > 0) add('  + Call stack:');
    for (const { frame } of call_stack) add(`  |   ${frameLine(frame)}`);
    if (awaited_by.length === 0) continue;
    add(`  + Awaited by:${shown.has(next[0]) ? ' (see above)' : ''}`);
    if (shown.has(next[0])) continue;
    shown.add(next[0]);
    for (const parent of [...awaited_by].reverse()) pending.push([parent, level + 1]);
  }
  return lines.join('\n');
}
