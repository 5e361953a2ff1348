/** Callbacks, their handles, the exception handler. */
import * as fc from 'fast-check';
import type { Lines } from '../language';
import { delay, number, operation, type Operation } from '../operation';
import type { Writer } from '../writer';
import { setVariable, traceVariables } from './contexts';
import { setFuture } from './tasks';

const KINDS = [
  ...['trace', 'cancel', 'set_future', 'set_event', 'set_variable', 'raise', 'put', 'get', 'release', 'spawn'],
  ...['cancel_handle', 'shutdown', 'notify'],
] as const;

/** What a callback does. */
export interface Action {
  readonly kind: string;
  readonly which: number;
}

export const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom('cancel', 'cancel', 'set_variable', 'raise', ...KINDS),
  which: number,
});

export function act({ kind, which }: Action, at: Writer): Lines {
  const { to } = at;
  const call = (callee: string, ...args: string[]): Lines => [to.statement(to.call(callee, args))];
  switch (kind) {
    case 'cancel':
      return [at.trace(to.call(`${to.pick('tasks', which)}.cancel`, at.message(which)))];
    case 'set_future':
      return setFuture(at, which, 'result', true);
    case 'set_event':
      return call(`${to.pick('events', which)}.set`);
    case 'set_variable':
      return [setVariable(at, which, 9), traceVariables(at)];
    case 'put':
      return call(`${to.pick('queues', which)}.put_nowait`, to.value(which));
    case 'get':
      return [at.trace(to.call(`${to.pick('queues', which)}.get_nowait`, []))];
    case 'release':
      return call(`${to.pick('locks', which)}.release`);
    case 'shutdown':
      return call(`${to.pick('queues', which)}.shutdown`);
    case 'notify':
      return call('condition.notify');
    case 'cancel_handle':
      return call(`${to.last('handles', which)}.cancel`);
    case 'spawn':
      return [at.keepLeaf(to.call('loop.create_task', [to.call('condition_wait', [])]))];
    case 'raise':
      return [to.raise(at.exception(which))];
    default:
      return [traceVariables(at)];
  }
}

export const callbacks: readonly Operation[] = [
  operation<{ how: 'soon' | 'later' | 'at' | 'threadsafe' | 'context'; delay: number; action: Action }>(
    'callback',
    5,
    { how: fc.constantFrom('soon', 'later', 'at', 'threadsafe', 'context'), delay, action },
    (fields, at) => {
      const { to } = at;
      const name = `callback${at.label()}`;
      const seconds = to.value(fields.delay);
      const handle = {
        soon: () => to.call('loop.call_soon', [name]),
        later: () => to.call('loop.call_later', [seconds, name]),
        at: () => to.call('loop.call_at', [`loop.time() + ${seconds}`, name]),
        threadsafe: () => to.call('loop.call_soon_threadsafe', [name]),
        context: () => to.call('loop.call_soon', [name], { context: to.pick('contexts', fields.action.which) }),
      }[fields.how]();
      return [...to.callback(name, act(fields.action, at)), to.add('handles', handle)];
    },
  ),

  operation('cancel_handle', 2, { which: number }, ({ which }, at) => {
    const handle = at.to.last('handles', which);
    return [at.to.statement(at.to.call(`${handle}.cancel`, [])), at.trace(at.to.call(`${handle}.cancelled`, []))];
  }),

  operation<{ which: number; action: Action; of: 'task' | 'future' }>(
    'add_done_callback',
    3,
    { which: number, action, of: fc.constantFrom('task', 'future') },
    (fields, at) => {
      const { to } = at;
      const name = `callback${at.label()}`;
      const future = to.pick(`${fields.of}s`, fields.which);
      return [
        ...to.callback(name, act(fields.action, at)),
        to.statement(to.call(`${future}.add_done_callback`, [name])),
        to.add('callbacks', to.list([future, name])),
      ];
    },
  ),

  operation('remove_done_callback', 2, { which: number }, ({ which }, at) => {
    const { to } = at;
    const name = `pair${at.label()}`;
    return [
      to.declare(name, to.last('callbacks', which)),
      at.trace(to.call(`${name}[0].remove_done_callback`, [`${name}[1]`])),
    ];
  }),

  operation<{ what: 'own' | 'failing' | 'default'; call: boolean }>(
    'exception_handler',
    2,
    { what: fc.constantFrom('own', 'failing', 'failing', 'default'), call: fc.boolean() },
    ({ what, call }, at) => {
      const { to } = at;
      const handler = what === 'default' ? to.value(null) : `${what}_handler`;
      const called = call ? [to.statement(to.call('call_handler', [to.value(at.label())]))] : [];
      return [to.statement(to.call('loop.set_exception_handler', [handler])), ...called];
    },
  ),

  operation('call_exception_handler', 1, {}, (_fields, at) => [
    at.to.statement(at.to.call('call_handler', [at.to.value(at.label())])),
  ]),
];
