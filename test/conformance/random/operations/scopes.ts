/** Timeouts and groups of tasks. */
import * as fc from 'fast-check';
import type { Lines } from '../language';
import type { Statement } from '../operation';
import { delay, number, once, operation, timeout, withBodies, type Operation } from '../operation';
import type { Writer } from '../writer';

interface Timeout {
  readonly delay: number | null;
  readonly reschedule: number | null;
  /** By `timeout_at`. */
  readonly at: boolean;
  /** What a cancellation of the body does. */
  readonly cancelled: 'passes' | 'is_swallowed' | 'is_replaced';
  readonly body: Statement[];
}

/** How the body of a group ends. */
type End = 'returns' | 'waits' | 'raises' | 'waits_and_raises';

const end: fc.Arbitrary<End> = fc.constantFrom('returns', 'waits', 'raises', 'waits_and_raises');

function ending(how: End, seconds: string, at: Writer): Lines {
  const { to } = at;
  const waits = how.startsWith('waits') ? [to.statement(to.wait(to.call('asyncio.sleep', [seconds])))] : [];
  return how.endsWith('raises') ? [...waits, to.raise(at.exception(5))] : waits;
}

export const scopes: readonly Operation[] = [
  withBodies<Timeout>(
    'timeout',
    4,
    ({ body }) => ({
      delay: timeout,
      reschedule: timeout,
      at: once(3),
      cancelled: fc.constantFrom('passes', 'passes', 'is_swallowed', 'is_replaced'),
      body,
    }),
    (fields, at) => {
      const { to } = at;
      const scope = `scope${at.label()}`;
      const inside = at.inside();
      const after = (seconds: number | null): string =>
        seconds === null ? to.value(null) : `loop.time() + ${to.value(seconds)}`;
      const manager = fields.at
        ? to.call('asyncio.timeout_at', [after(fields.delay)])
        : to.call('asyncio.timeout', [to.value(fields.delay)]);
      const body = inside.body(fields.body);
      const answer = fields.cancelled === 'is_replaced' ? to.raise(at.exception(3)) : at.trace('error');
      return to.within(manager, scope, [
        to.add('scopes', scope),
        ...(fields.reschedule === null
          ? []
          : [to.statement(to.call(`${scope}.reschedule`, [after(fields.reschedule)]))]),
        ...(fields.cancelled === 'passes'
          ? body
          : to.attempt(body, [{ type: 'asyncio.CancelledError', body: [answer] }], null)),
        at.trace(to.call('milliseconds', [to.call(`${scope}.when`, [])]), to.call(`${scope}.expired`, [])),
      ]);
    },
  ),

  /** Of a timeout of whatever task. */
  operation<{ which: number; delay: number | null }>(
    'reschedule',
    2,
    { which: number, delay: timeout },
    (fields, at) => {
      const { to } = at;
      const when = fields.delay === null ? to.value(null) : `loop.time() + ${to.value(fields.delay)}`;
      return at.careful([to.statement(to.call(`${to.last('scopes', fields.which)}.reschedule`, [when]))]);
    },
  ),

  withBodies<{ children: number[]; body: Statement[] }>(
    'group',
    4,
    ({ body }) => ({ children: fc.array(number, { maxLength: 3 }), body }),
    (fields, at) => {
      const { to } = at;
      const group = `group${at.label()}`;
      const children = fields.children.map((which) => at.callee(which)).filter((one) => one !== null);
      return to.within(to.make('asyncio.TaskGroup', []), group, [
        to.add('groups', group),
        ...children.map((child) => at.keep(to.call(`${group}.create_task`, [at.call(child)]), child)),
        ...at.inside().body(fields.body),
      ]);
    },
  ),

  /** In a group of whatever task. */
  operation('group_spawn', 2, { which: number, fn: number }, (fields, at) => {
    const { to } = at;
    const callee = at.callee(fields.fn);
    if (callee === null) return [at.trace()];
    const task = to.call(`${to.last('groups', fields.which)}.create_task`, [at.call(callee)]);
    return at.careful([at.keep(task, callee)]);
  }),

  operation<{ delay: number; inner: End; outer: End; cancel: boolean }>(
    'nested_group',
    3,
    { delay, inner: end, outer: end, cancel: fc.boolean() },
    (fields, at) => {
      const { to } = at;
      const [outer, inner, fn] = ['outer', 'inner', 'grouped'].map((name) => `${name}${at.label()}`) as [
        string,
        string,
        string,
      ];
      const seconds = to.value(fields.delay);
      const sleeps = to.call('asyncio.sleep', [seconds]);
      const child = (group: string, coroutine: string): string =>
        at.keepLeaf(to.call(`${group}.create_task`, [coroutine]));
      const cancel = to.statement(to.call('loop.call_later', [seconds, 'cancel', 'asyncio.current_task()']));
      const group = to.make('asyncio.TaskGroup', []);
      return [
        ...to.coroutine(fn, [...to.within(group, inner, [child(inner, sleeps), ...ending(fields.inner, seconds, at)])]),
        ...to.within(group, outer, [
          ...(fields.cancel ? [cancel] : []),
          child(outer, to.call(fn, [])),
          child(outer, sleeps),
          ...ending(fields.outer, seconds, at),
        ]),
      ];
    },
  ),

  /** Something is ready in the very iteration in which the time is over, or the task is cancelled. */
  operation<{ how: 'timeout' | 'wait_for' | 'wait'; delay: number; cancel: boolean; last: boolean }>(
    'tie',
    4,
    { how: fc.constantFrom('timeout', 'wait_for', 'wait'), delay, cancel: fc.boolean(), last: fc.boolean() },
    (fields, at) => {
      const { to } = at;
      const future = `tied${at.label()}`;
      const sets = `sets${at.label()}`;
      const seconds = to.value(fields.delay);
      const ready = to.statement(to.call('loop.call_later', [seconds, 'settle', future]));
      const current = to.call('asyncio.current_task', []);
      const cancel = to.statement(to.call('loop.call_later', [seconds, 'cancel', current]));
      const others = [...(fields.cancel ? [cancel] : []), ready];
      const before = fields.last ? [] : others;
      const after = fields.last ? others : [];
      const lines = {
        timeout: () => to.within(to.call('asyncio.timeout', [seconds]), 'none', [...after, at.awaits(future)]),
        wait_for: () => [...after, at.awaits(to.call('asyncio.wait_for', [future], { timeout: seconds }))],
        wait: () => [
          ...after,
          to.declare(sets, to.wait(to.call('asyncio.wait', [to.list([future])], { timeout: seconds }))),
          at.trace(to.call('names', [`${sets}[0]`])),
        ],
      }[fields.how]();
      return [to.declare(future, to.call('loop.create_future', [])), ...before, ...lines];
    },
  ),
];
