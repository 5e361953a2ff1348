/**
 * Another order for what runs in one iteration of a loop, within what asyncio leaves open.
 *
 *     steps of tasks      in any order, among themselves and among the callbacks
 *     callbacks           in the order in which `call_soon` got them, as it promises; so are a future's done callbacks
 *     timers              in the order of their deadlines; in any order if these are equal
 *
 * What one task does stays in order: a callback that it has registered runs before its own next step.
 *
 * Each entry draws a number. Callbacks get theirs in ascending order, and so do timers; a step whose number is less
 * than that of a callback of its own task takes over that number. Then all are sorted by their numbers.
 */
import { Handle, TimerHandle, type Runnable } from '../core/contract/handles.js';
import type { Order } from '../core/loop/scheduler.js';
import { Task } from '../core/tasks/tasks.js';
import { randomNumbers } from './random.js';

interface Entry<What = Runnable> {
  readonly what: What;
  number: number;
}

/** The task whose step an entry is. */
function taskOf(entry: Runnable): Task<unknown> | null {
  return entry instanceof Task ? entry : ((entry as { readonly task?: Task<unknown> }).task ?? null);
}

const byNumber = (left: Entry<unknown>, right: Entry<unknown>): number => left.number - right.number;

const isTimer = (entry: Entry): entry is Entry<TimerHandle> => entry.what instanceof TimerHandle;

/** Timers by their deadlines; where these are equal, by the numbers they drew. */
const byDeadline = (left: Entry<TimerHandle>, right: Entry<TimerHandle>): number =>
  left.what.when() - right.what.when() || byNumber(left, right);

/** Gives the entries their numbers in ascending order. */
function ascend(entries: readonly Entry<unknown>[]): void {
  const numbers = entries.map((entry) => entry.number).sort((left, right) => left - right);
  for (const [index, number] of numbers.entries()) (entries[index] as Entry<unknown>).number = number;
}

export class Shuffle implements Order {
  readonly #random: () => number;
  /** Who has registered a callback. */
  readonly #registrants = new WeakMap<Runnable, Task<unknown>>();

  constructor(seed: number) {
    this.#random = randomNumbers(seed);
  }

  added(entry: Runnable, by: Task<unknown> | null): void {
    if (by !== null && entry instanceof Handle) this.#registrants.set(entry, by);
  }

  arranged(entries: Runnable[]): readonly Runnable[] {
    if (entries.length < 2) return entries;
    const all = entries.map((what) => ({ what, number: this.#random() }));
    ascend(all.filter(({ what }) => what instanceof Handle && !(what instanceof TimerHandle)));
    ascend(all.filter(isTimer).sort(byDeadline));
    this.#keepTasksInOrder(all);
    // Sorting is stable: a step that took over a callback's number comes right after it.
    return all.sort(byNumber).map(({ what }) => what);
  }

  #keepTasksInOrder(all: readonly Entry[]): void {
    const least = new Map<Task<unknown>, number>();
    for (const entry of all) {
      const own = taskOf(entry.what);
      const task = own ?? this.#registrants.get(entry.what);
      if (task === undefined || task === null) continue;
      const number = Math.max(entry.number, least.get(task) ?? 0);
      if (own !== null) entry.number = number;
      least.set(task, number);
    }
  }
}
