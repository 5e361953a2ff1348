/** Something that waits is woken and cancelled at once. */
import * as fc from 'fast-check';
import type { Lines } from '../language';
import { message, number, once, operation, type Operation } from '../operation';
import type { Writer } from '../writer';

/** What waits, how it is made to wait, and what wakes it. */
interface Wait {
  readonly before: Lines;
  readonly coroutine: string;
  readonly wake: Lines;
  /** What tidies up. */
  readonly after?: Lines;
}

const WAITS = {
  lock: (at, which) => {
    const lock = at.to.pick('locks', which);
    return {
      before: at.to.unless(at.to.call(`${lock}.locked`, []), [acquired(at, lock)]),
      coroutine: at.to.call(`${lock}.acquire`, []),
      wake: at.careful([called(at, `${lock}.release`)]),
    };
  },
  semaphore: (at, which) => {
    const semaphore = at.to.pick('semaphores', which);
    return {
      before: at.to.until(at.to.call(`${semaphore}.locked`, []), [acquired(at, semaphore)]),
      coroutine: at.to.call(`${semaphore}.acquire`, []),
      wake: at.careful([called(at, `${semaphore}.release`)]),
    };
  },
  event: (at, which) => {
    const event = at.to.pick('events', which);
    return { before: [called(at, `${event}.clear`)], coroutine: `${event}.wait()`, wake: [called(at, `${event}.set`)] };
  },
  condition: (at) => ({
    before: [],
    coroutine: 'condition_wait()',
    wake: at.to.within('condition', 'none', [called(at, 'condition.notify')]),
  }),
  /** Cancelled while it takes its lock again. */
  condition_lock: (at, which) => {
    const release = called(at, 'condition.release');
    const isReleased = which % 2 === 0;
    return {
      before: [],
      coroutine: 'condition_wait()',
      wake: [acquired(at, 'condition'), called(at, 'condition.notify'), turn(at), ...(isReleased ? [release] : [])],
      after: isReleased ? [] : at.careful([release]),
    };
  },
  barrier: (at, which) => ({
    before: [],
    coroutine: 'barrier.wait()',
    wake: at.careful([at.awaits(`barrier.${['wait', 'wait', 'abort', 'reset'][which % 4] ?? 'wait'}()`)]),
    after: which % 4 === 2 ? [at.to.statement(at.to.wait('barrier.reset()'))] : [],
  }),
  get: (at, which) => {
    const queue = at.to.pick('queues', which);
    return {
      before: at.careful(at.to.until(`${queue}.empty()`, [called(at, `${queue}.get_nowait`)])),
      coroutine: `${queue}.get()`,
      wake: at.careful([
        which > 5 ? called(at, `${queue}.shutdown`) : called(at, `${queue}.put_nowait`, at.to.value(which)),
      ]),
    };
  },
  put: (at, which) => {
    // The last queue has no limit.
    const queue = at.to.pick('queues', which % 2);
    return {
      before: at.careful(at.to.until(`${queue}.full()`, [called(at, `${queue}.put_nowait`, at.to.value(which))])),
      coroutine: `${queue}.put(${at.to.value(9)})`,
      wake: at.careful([called(at, `${queue}.${which > 5 ? 'shutdown' : 'get_nowait'}`)]),
    };
  },
  join: (at, which) => {
    const queue = at.to.pick('queues', which);
    return {
      before: at.careful([called(at, `${queue}.put_nowait`, at.to.value(which))]),
      coroutine: `${queue}.join()`,
      wake: at.careful([called(at, `${queue}.task_done`)]),
    };
  },
  sleep: (at) => ({
    before: [],
    coroutine: 'asyncio.sleep(1)',
    wake: [at.to.statement(at.to.wait('asyncio.sleep(1)'))],
  }),
  wait_for: (at) => onFuture(at, (future) => at.to.call('asyncio.wait_for', [future], { timeout: '5' })),
  wait: (at) => onFuture(at, (future) => at.to.call('asyncio.wait', [at.to.list([future])])),
  gather: (at) => awaiting(at, (future) => at.to.call('asyncio.gather', [future, at.to.call('asyncio.sleep', ['0'])])),
  shield: (at) => awaiting(at, (future) => at.to.call('asyncio.shield', [future])),
  future: (at) => awaiting(at, (future) => future),
  task: (at) =>
    awaiting(at, (future) =>
      at.to.call('asyncio.create_task', [at.to.call('asyncio.wait_for', [future], { timeout: at.to.value(null) })]),
    ),
  group: (at) => {
    const { to } = at;
    const [fn, group] = [`grouped${at.label()}`, `group${at.label()}`];
    const race = onFuture(at, () => to.call(fn, []));
    const child = to.call('asyncio.wait_for', [race.future], { timeout: to.value(null) });
    const body = [at.keepLeaf(to.call(`${group}.create_task`, [child]))];
    return {
      ...race,
      before: [...race.before, ...to.coroutine(fn, to.within(to.make('asyncio.TaskGroup', []), group, body))],
    };
  },
  anext: (at) => {
    const { to } = at;
    const next = to.call(`${to.last('generators', 0)}.__anext__`, []);
    return {
      before: [to.add('generators', 'ticking()'), at.awaits(next)],
      coroutine: next,
      wake: at.careful([at.awaits(next)]),
    };
  },
} satisfies Record<string, (at: Writer, which: number) => Wait>;

type Primitive = keyof typeof WAITS;

/** What seldom comes to the moment in question has to be tried more often. */
const RARE: Partial<Record<Primitive, number>> = {
  condition_lock: 10,
  gather: 8,
  task: 6,
  barrier: 7,
  lock: 3,
  semaphore: 3,
  event: 3,
  put: 4,
  join: 4,
  wait: 6,
};

function called(at: Writer, callee: string, ...args: string[]): string {
  return at.to.statement(at.to.call(callee, args));
}

function acquired(at: Writer, lock: string): string {
  return at.to.statement(at.to.wait(at.to.call(`${lock}.acquire`, [])));
}

function turn(at: Writer): string {
  return at.to.statement(at.to.wait(at.to.call('asyncio.sleep', [at.to.value(0)])));
}

/** A wait for a future that only the race knows. */
function onFuture(at: Writer, coroutine: (future: string) => string): Wait & { readonly future: string } {
  const future = `raced${at.label()}`;
  return {
    future,
    before: [at.to.declare(future, 'loop.create_future()')],
    coroutine: coroutine(future),
    wake: [called(at, 'settle', future)],
  };
}

/** A coroutine that awaits something which waits for such a future. */
function awaiting(at: Writer, awaitable: (future: string) => string): Wait {
  const fn = `waits${at.label()}`;
  const race = onFuture(at, () => at.to.call(fn, []));
  return { ...race, before: [...race.before, ...at.to.coroutine(fn, [at.awaits(awaitable(race.future))])] };
}

interface Race {
  readonly of: Primitive;
  readonly which: number;
  /** How many iterations it is given to begin to wait. */
  readonly turns: number;
  readonly order: 'cancel_alone' | 'cancel_first' | 'wake_first';
  /** How many iterations are between the two. */
  readonly lag: number;
  /** Another stands behind it, to whom it has to hand on what it was woken for. */
  readonly follower: boolean;
  readonly message: number | null;
}

export const races: readonly Operation[] = [
  operation<Race>(
    'race',
    24,
    {
      of: fc.oneof(
        ...(Object.keys(WAITS) as Primitive[]).map((of) => ({ arbitrary: fc.constant(of), weight: RARE[of] ?? 2 })),
      ),
      which: number,
      turns: fc.constantFrom(0, 1, 1, 1, 2, 3),
      order: fc.constantFrom('cancel_alone', 'cancel_first', 'wake_first', 'wake_first', 'wake_first'),
      lag: fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 2, 3),
      follower: once(3),
      message,
    },
    (fields, at) => {
      const { to } = at;
      const { before, coroutine, wake, after = [] } = WAITS[fields.of](at, fields.which) as Wait;
      const name = `race${at.label()}`;
      const cancel = at.trace(to.call(`${name}.cancel`, at.message(fields.message)));
      const turns = (count: number): Lines => Array.from({ length: count }, () => turn(at));
      const end = {
        cancel_alone: [cancel],
        cancel_first: [cancel, ...turns(fields.lag), ...wake],
        wake_first: [...wake, ...turns(fields.lag), cancel],
      }[fields.order];
      const begin = (task: string): Lines => [
        to.declare(task, to.call('asyncio.ensure_future', [coroutine])),
        at.keepLeaf(task),
      ];
      return [
        ...before,
        ...begin(name),
        ...(fields.follower ? begin(`follower${at.label()}`) : []),
        ...turns(fields.turns),
        ...end,
        ...after,
      ];
    },
  ),
];
