/** Notes what a loop would only warn of, or log. */
import { repr } from '../builtins/repr.js';
import { all_tasks } from '../core/tasks/current.js';
import type { AbstractEventLoop } from '../core/contract/events.js';
import { capture_call_graph } from '../core/graph/graph.js';
import type { ExceptionContext } from '../core/contract/loop_options.js';
import { LeakError, type Leak, type LeakKind } from './leaks.js';

function kindOf(message: string): LeakKind {
  if (message.endsWith('exception was never retrieved')) return 'exception';
  if (message.startsWith('Exception in callback')) return 'callback';
  return message.startsWith('Task was destroyed') ? 'destroyed' : 'report';
}

function toLeak(context: ExceptionContext): Leak {
  const message = context.message ?? 'Unhandled exception in event loop';
  const kind = kindOf(message);
  const exception = context.exception ?? null;
  const subject = context.task ?? context.future;
  let what = subject === undefined || subject === null ? message : `${message}: ${repr(subject)}`;
  if (kind === 'callback' || kind === 'report') what += exception === null ? '' : `: ${repr(exception)}`;
  return { kind, what, exception };
}

export class Watch {
  readonly #leaks: Leak[] = [];

  /** Watches a loop. A handler that the test itself sets takes precedence: what it is told, the test knows. */
  over(loop: AbstractEventLoop): void {
    loop.default_exception_handler = (context) => {
      this.#leaks.push(toLeak(context));
    };
    loop._warn = (message) => {
      const kind = message.includes(' was never awaited') ? 'coroutine' : 'report';
      this.#leaks.push({ kind, what: message, exception: null });
    };
  }

  /** Notes the tasks that run although the test is over. One that was told to end is on its way. */
  lookForTasks(loop: AbstractEventLoop): void {
    for (const task of all_tasks(loop)) {
      if (task.cancelling() > 0) continue;
      const stack = capture_call_graph(task)?.call_stack ?? [];
      const names = stack.map(({ frame }) => `${frame.name}()`).reverse();
      const where = names.length < 2 ? '' : `, in ${names.join(' > ')}`;
      this.#leaks.push({ kind: 'task', what: `a task still runs: ${repr(task)}${where}`, exception: null });
    }
  }

  /** What is to be said of a test that has passed; null if it left nothing. */
  error(): LeakError | null {
    return this.#leaks.length === 0 ? null : new LeakError(this.#leaks);
  }

  /** Gives a failure its reason where that may be one of the exceptions which nobody else could take. */
  explain(failure: unknown): void {
    const exceptions = this.#leaks.filter(({ exception }) => exception !== null && exception !== failure);
    if (exceptions.length === 0 || !(failure instanceof Error) || (failure.cause ?? null) !== null) return;
    // Not by an assignment, which throws if the error is frozen.
    Reflect.set(failure, 'cause', new LeakError(exceptions));
  }
}
