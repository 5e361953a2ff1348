/** Faults in the library that a comparison with CPython has to notice: each a change of a few words in a source. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, '../../../packages/asyncio/src');

interface Edit {
  readonly find: string;
  readonly replace: string;
}

export interface Fault {
  /** What is wrong with the library then. */
  readonly name: string;
  /** Under `packages/asyncio/src`. */
  readonly file: string;
  readonly edits: readonly Edit[];
  /** A scenario that notices it. */
  readonly scenario: string;
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'an Event wakes a waiter when it is cleared',
    file: 'core/locks/event.ts',
    edits: [{ find: 'this.#value = false;\n  }', replace: 'this.#value = false; this.#line.wake(1, true);\n  }' }],
    scenario: 'locks/event-cleared',
  },
  {
    name: 'a Condition wakes one waiter too many',
    file: 'core/locks/condition.ts',
    edits: [{ find: '(n ?? 1) as number', replace: '((n ?? 1) as number) + 1' }],
    scenario: 'locks/condition',
  },
  {
    name: 'a cancel is delivered one step late',
    file: 'core/tasks/tasks.ts',
    edits: [
      {
        find: 'let delivered = this._fut_waiter !== null && cancelFuture(this._fut_waiter, message);',
        replace:
          'const waiter = this._fut_waiter; let delivered = waiter !== null; ' +
          'if (waiter !== null) this._loop.call_soon(() => cancelFuture(waiter, message));',
      },
    ],
    scenario: 'cancellation/down-a-chain-of-tasks',
  },
  {
    name: 'the message of a cancel is dropped',
    file: 'core/tasks/tasks.ts',
    edits: [{ find: 'args.length === 0 ? null : cancelMessage(args)', replace: 'null' }],
    scenario: 'cancellation/messages',
  },
  {
    name: 'a context is not restored after a callback',
    file: 'contextvars/snapshot.ts',
    edits: [{ find: 'contextState.current = null;', replace: '' }],
    scenario: 'contexts/cancellation',
  },
  {
    name: 'timers run in the order in which they were set',
    file: 'builtins/timeline.ts',
    edits: [
      {
        find: 'item._when < other._when || (item._when === other._when && item._order < other._order)',
        replace: 'item._order < other._order',
      },
    ],
    scenario: 'order/timers',
  },
  {
    name: 'a done callback runs at once',
    file: 'core/futures/base_futures.ts',
    edits: [
      {
        find: 'future._loop._enqueueCallback(this)',
        replace: 'this._run()',
      },
    ],
    scenario: 'order/done-callbacks',
  },
  {
    name: 'a Queue loses an item when a getter is cancelled as it is woken',
    file: 'core/locks/queues.ts',
    edits: [
      {
        find: 'if (!this.#queue.empty() && wait._awaiting?.cancelled() === false) this.shiftAwake(null);',
        replace: 'if (!this.#queue.empty() && wait._awaiting?.cancelled() === false) this.#queue.get_nowait();',
      },
    ],
    scenario: 'queues/cancelled',
  },
  {
    name: 'a Queue wakes nobody else when a getter is cancelled as it is woken',
    file: 'core/locks/queues.ts',
    edits: [{ find: '!this.#queue.empty() && wait._awaiting?.cancelled() === false', replace: 'false' }],
    scenario: 'queues/cancelled',
  },
  {
    name: 'uncancel is not counted',
    file: 'core/tasks/tasks.ts',
    edits: [{ find: 'this._num_cancels_requested -= 1;', replace: '' }],
    scenario: 'cancellation/counts',
  },
  {
    name: 'gather forgets to cancel its children',
    file: 'core/waiting/gathering.ts',
    edits: [
      { find: 'for (const child of this.children) {', replace: 'for (const child of [] as Future<unknown>[]) {' },
    ],
    scenario: 'cancellation/gather',
  },
  {
    name: 'a task group ignores a failure in its body',
    file: 'core/waiting/taskgroups.ts',
    edits: [
      { find: 'if (hasFailed && !this.#aborting) this.#abort();', replace: '' },
      { find: 'if (hasFailed && !(exception instanceof CancelledError)) errors.push(exception);', replace: '' },
    ],
    scenario: 'taskgroups/stopped-by-an-error',
  },
];

/** The text of a source with a fault in it. */
export function withFault(fault: Fault, source: string): string {
  let text = source;
  for (const { find, replace } of fault.edits) {
    const [before, after, ...rest] = text.split(find);
    if (before === undefined || after === undefined || rest.length > 0) {
      throw new Error(`${fault.file} has to contain this once: ${find}`);
    }
    text = before + replace + after;
  }
  return text;
}

export const pathOf = (fault: Fault): string => join(SOURCES, fault.file);

/** The source of a fault as it stands. */
export const sourceOf = (fault: Fault): string => readFileSync(pathOf(fault), 'utf8');
