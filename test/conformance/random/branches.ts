/**
 * What happens rarely in a program, and how it is noticed: by the trace, or by watching the library while it runs.
 *
 * Watching changes nothing of what a program does: methods are wrapped that only look, and then do what they always do.
 */
import * as asyncio from 'asyncio-ts';
import { Coroutine } from '#asyncio/core/coroutines/coroutines';
import { Task } from '#asyncio/core/tasks/tasks';
import { Timeout } from '#asyncio/core/waiting/timeouts';

type Hit = (name: string) => void;

/** By what they leave in a trace. */
export const TRACED: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a cancellation is caught', / CancelledError\(/],
  ['a cancellation has a message', /CancelledError\('m\d'\)/],
  ['a task ends by a cancellation', / end .* 'cancelled' /],
  ['a task goes on after a cancellation, and requests are left', / end '(?!main).* (?!'cancelled')\S+ [1-9]$/m],
  ['a TimeoutError', /TimeoutError\(\)/],
  ['a group of exceptions', /ExceptionGroup\('unhandled errors in a TaskGroup'/],
  ['a group of exceptions within another', /'unhandled errors in a TaskGroup', \[.*'unhandled errors in a TaskGroup'/],
  ['a clause of except*', / '(ValueError|Exception)' ExceptionGroup\(/],
  ['an exception in a callback', /Exception in callback/],
  ['a report to an exception handler', / handler \[/],
  ['an exception handler that fails', /Unhandled error in exception handler/],
  ['an exception in a shielded future', /exception in shielded future/],
  ['a queue that is full or empty', /Queue(Full|Empty)\(/],
  ['a queue that was shut down', /QueueShutDown\(/],
  ['too many calls of task_done', /task_done\(\) called too many times/],
  ['a lock or semaphore that is released too often', /released too many times|Lock is not acquired/],
  ['a condition without its lock', /on un-acquired lock/],
  ['a broken barrier', /BrokenBarrierError\(/],
  ['an invalid state', /InvalidStateError\(/],
  ['a group that takes no task any more', /is shutting down|is finished|has not been entered/],
  ['a timeout that cannot be moved any more', /Cannot change state of|Timeout has not been entered/],
  ['tasks that are left over', / left \['main'/],
  ['an asynchronous generator that is running already', /asynchronous generator is already running/],
  ['the end of an asynchronous generator', /StopAsyncIteration\(/],
  ['a variable that was set', /\[[1-9], |, [1-9]\]$/m],
  ['a token of another context, or used before', /created in a different Context|already been used once/],
  ['a context that is entered already', /cannot enter context/],
  ['a future that is ready as the time is over', / settle True[^]* settle /],
];

const WAITS = [
  ...['Lock.acquire', 'Semaphore.acquire', 'Event.wait', 'Condition.wait', 'Condition.wait, for its lock'],
  ...['Barrier.wait', 'Queue.get', 'Queue.put', 'Queue.join', 'TaskGroup.__aexit__'],
  ...['sleep', 'wait', 'wait_for', 'gather', 'a task', 'a future'],
];

/** By watching the library. */
export const WATCHED: readonly string[] = [
  ...WAITS.flatMap((name) => [`cancelled while it waits: ${name}`, `cancelled as it is woken: ${name}`]),
  ...['before its first step', 'when it is done', 'by itself', 'a second time'].map((how) => `cancelled: ${how}`),
  'cancelled: again, before the first one is delivered',
  ...['group', 'a timeout', 'gather', 'wait_for'].map((who) => `cancelled: by ${who === 'group' ? 'its group' : who}`),
  'cancelled: by a task that waits for it',
  'cancelled: while its own group waits for its tasks',
  'cancelled: by its group, and has a group itself',
  ...['no request is left', 'requests are left'].map((how) => `uncancel: ${how}`),
  'timeout: its time is over',
  'timeout: its time is over, and its body goes on to its end',
  'timeout: its time is over, and it is cancelled from outside',
  'timeout: its time is over, and its body fails with something else',
  'timeout: is cancelled from outside',
  'group: fails, and is cancelled from outside',
  'gather: a child is cancelled',
  'gather: is cancelled as a whole',
  'gather: fails while others go on',
  'shield: is cancelled, and what it shields fails',
  'shield: is cancelled, and what it shields goes on to its end',
  'shield: what it shields is cancelled',
  'a done callback is removed',
  'a timer is cancelled',
  'a timer is cancelled when it is due',
];

/** Who calls `cancel`, by the file in which it does. */
const CANCELLERS: readonly (readonly [file: string, who: string])[] = [
  ['taskgroups.ts', 'by its group'],
  ['timeouts.ts', 'by a timeout'],
  ['gather.ts', 'by gather'],
  ['wait_for.ts', 'by wait_for'],
];

function canceller(): string | null {
  const stack = (new Error().stack ?? '').split('\n').slice(4, 7);
  const caller = stack.find((line) => !/[\\/](branches|tasks|futures)\.ts/.test(line)) ?? '';
  if (stack[0]?.includes('tasks.ts') === true) return 'by a task that waits for it';
  return CANCELLERS.find(([file]) => caller.includes(file))?.[1] ?? null;
}

/** The coroutines in which a task is suspended, and what the innermost waits for. */
function suspension(task: Task): { readonly names: string[]; readonly future: unknown } {
  const names: string[] = [];
  let awaited: unknown = task.get_coro();
  while (awaited instanceof Coroutine) {
    names.push(awaited.__qualname__);
    awaited = awaited.cr_await;
  }
  return { names, future: awaited };
}

const PRIMITIVES = /^(Lock|Semaphore|Event|Condition|Barrier|Queue|TaskGroup)\.|^(wait_for|wait|sleep)$/;

function nameOfWait(names: readonly string[], future: unknown): string {
  if (names.includes('Barrier.wait')) return 'Barrier.wait';
  const known = names.filter((name) => PRIMITIVES.test(name));
  const [outer, inner] = [known.at(-2), known.at(-1)];
  if (outer === 'Condition.wait' && inner === 'Lock.acquire') return 'Condition.wait, for its lock';
  if (outer === 'Queue.join') return outer;
  if (inner !== undefined && inner !== 'wait_for') return inner;
  if (future instanceof asyncio.Future && future.constructor.name === '_GatheringFuture') return 'gather';
  return inner ?? (future instanceof Task ? 'a task' : 'a future');
}

function seeCancel(task: Task, hit: Hit): void {
  if (task.done()) {
    hit('cancelled: when it is done');
    return;
  }
  const who = canceller();
  // The end of the program cancels what is left from outside of the loop.
  const current = asyncio._get_running_loop() === null ? null : asyncio.current_task();
  if (who !== null && task !== current) hit(`cancelled: ${who}`);
  if (task._must_cancel) hit('cancelled: again, before the first one is delivered');
  else if (task.cancelling() > 0) hit('cancelled: a second time');
  if (task === current) {
    // A group that has an error to raise puts off the cancellation of its task.
    hit(who === 'by its group' ? 'group: fails, and is cancelled from outside' : 'cancelled: by itself');
    return;
  }
  const coroutine = task.get_coro();
  if (
    asyncio.inspect.iscoroutine(coroutine) &&
    asyncio.inspect.getcoroutinestate(coroutine) === asyncio.inspect.CORO_CREATED
  ) {
    hit('cancelled: before its first step');
    return;
  }
  const { names, future } = suspension(task);
  const woken = task._fut_waiter === null || task._fut_waiter.done();
  hit(`cancelled ${woken ? 'as it is woken' : 'while it waits'}: ${nameOfWait(names, future)}`);
  if (names.includes('TaskGroup.__aexit__')) {
    hit('cancelled: while its own group waits for its tasks');
    if (who === 'by its group') hit('cancelled: by its group, and has a group itself');
  }
}

function seeTimeout(scope: Timeout, error: unknown, exit: () => void, hit: Hit): void {
  const over = scope.expired();
  const cancelled = error instanceof asyncio.CancelledError;
  let raised = true;
  try {
    exit();
    raised = false;
  } finally {
    if (over && raised) hit('timeout: its time is over');
    else if (over && cancelled) hit('timeout: its time is over, and it is cancelled from outside');
    else if (over && error instanceof Error) hit('timeout: its time is over, and its body fails with something else');
    else if (over) hit('timeout: its time is over, and its body goes on to its end');
    else if (cancelled) hit('timeout: is cancelled from outside');
  }
}

/** The methods of a class that are wrapped, until `restore`. */
class Wrapped {
  readonly #restore: (() => void)[] = [];

  wrap<C extends object, K extends keyof C>(owner: C, name: K, wrapper: (original: C[K]) => C[K]): void {
    const original = owner[name];
    owner[name] = wrapper(original);
    this.#restore.push(() => {
      owner[name] = original;
    });
  }

  readonly restore = (): void => {
    for (const restore of this.#restore.reverse()) restore();
  };
}

/** Gatherings and shields that a program makes, to be looked at when it is over. */
class Futures {
  readonly #gatherings: asyncio.Future[] = [];
  readonly #shields: (readonly [outer: asyncio.Future, inner: asyncio.Future])[] = [];

  /** The library for a program, which notes them. */
  readonly library: typeof asyncio = {
    ...asyncio,
    gather: ((...args: Parameters<typeof asyncio.gather>) => {
      const outer = asyncio.gather(...args) as asyncio.Future;
      this.#gatherings.push(outer);
      return outer;
    }) as typeof asyncio.gather,
    shield: ((arg: asyncio.Future) => {
      const inner: asyncio.Future = asyncio.ensure_future(arg);
      const outer: asyncio.Future = asyncio.shield(inner);
      if (outer !== inner) this.#shields.push([outer, inner]);
      return outer;
    }) as typeof asyncio.shield,
  };

  see(hit: Hit): void {
    for (const outer of this.#gatherings) {
      const { children = [], cancelRequested } = outer as { children?: asyncio.Future[]; cancelRequested?: boolean };
      if (cancelRequested === true) hit('gather: is cancelled as a whole');
      else if (children.some((child) => child.cancelled())) hit('gather: a child is cancelled');
      if (children.length > 1 && outer.done() && !outer.cancelled() && outer.exception() !== null) {
        hit('gather: fails while others go on');
      }
    }
    for (const [outer, inner] of this.#shields) {
      if (!inner.done()) continue;
      if (inner.cancelled()) hit('shield: what it shields is cancelled');
      else if (outer.cancelled()) {
        const fails = inner.exception() !== null;
        hit(`shield: is cancelled, and what it shields ${fails ? 'fails' : 'goes on to its end'}`);
      }
    }
  }
}

/** What watches a program. */
export interface Watch {
  /** The library for the program. */
  readonly library: typeof asyncio;
  /** Ends it. */
  end(): void;
}

/** Watches the library's tasks, timeouts and timers. */
export function watch(hit: Hit): Watch {
  const wrapped = new Wrapped();
  const futures = new Futures();
  wrapped.wrap(Task.prototype, 'cancel', (original) => {
    return function (this: Task, ...args: Parameters<Task['cancel']>): boolean {
      seeCancel(this, hit);
      return original.apply(this, args);
    };
  });
  wrapped.wrap(Task.prototype, 'uncancel', (original) => {
    return function (this: Task): number {
      const left = original.call(this);
      hit(left > 0 ? 'uncancel: requests are left' : 'uncancel: no request is left');
      return left;
    };
  });
  wrapped.wrap(Timeout.prototype, '_exit', (original) => {
    return function (this: Timeout, error: unknown): void {
      seeTimeout(this, error, () => original.call(this, error), hit);
    };
  });
  wrapped.wrap(asyncio.TimerHandle.prototype, 'cancel', (original) => {
    return function (this: asyncio.TimerHandle): void {
      if (!this.cancelled()) {
        const isDue = this.when() <= asyncio.get_running_loop().time();
        hit(isDue ? 'a timer is cancelled when it is due' : 'a timer is cancelled');
      }
      original.call(this);
    };
  });
  wrapped.wrap(asyncio.Future.prototype, 'remove_done_callback', (original) => {
    return function (this: asyncio.Future, ...args: Parameters<asyncio.Future['remove_done_callback']>): number {
      const removed = original.apply(this, args);
      if (removed > 0) hit('a done callback is removed');
      return removed;
    };
  });
  return {
    library: futures.library,
    end: () => {
      futures.see(hit);
      wrapped.restore();
    },
  };
}
