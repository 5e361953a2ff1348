/** Queues of each kind: which one, a number tells. */
import * as fc from 'fast-check';
import { number, once, operation, type Operation } from '../operation';

export const queues: readonly Operation[] = [
  operation('put', 3, { which: number, value: number, nowait: fc.boolean() }, (fields, at) => {
    const { to } = at;
    const queue = to.pick('queues', fields.which);
    const value = to.value(fields.value);
    return fields.nowait
      ? at.careful([to.statement(to.call(`${queue}.put_nowait`, [value]))])
      : [to.statement(to.wait(to.call(`${queue}.put`, [value])))];
  }),

  operation('get', 3, { which: number, nowait: once(3), done: fc.boolean() }, (fields, at) => {
    const { to } = at;
    const queue = to.pick('queues', fields.which);
    const called = to.call(`${queue}.${fields.nowait ? 'get_nowait' : 'get'}`, []);
    const done = fields.done ? [to.statement(to.call(`${queue}.task_done`, []))] : [];
    return fields.nowait ? at.careful([at.trace(called), ...done]) : [at.awaits(called), ...done];
  }),

  operation<{ which: number; what: 'join' | 'task_done' | 'shutdown' | 'shutdown_now' }>(
    'queue',
    3,
    { which: number, what: fc.constantFrom('join', 'task_done', 'shutdown', 'shutdown_now') },
    ({ which, what }, at) => {
      const { to } = at;
      const queue = to.pick('queues', which);
      if (what === 'join') return [to.statement(to.wait(to.call(`${queue}.join`, [])))];
      if (what === 'task_done') return at.careful([to.statement(to.call(`${queue}.task_done`, []))]);
      return [to.statement(to.call(`${queue}.shutdown`, [], { immediate: to.value(what === 'shutdown_now') }))];
    },
  ),

  operation('inspect_queue', 1, { which: number }, ({ which }, at) => {
    const queue = at.to.pick('queues', which);
    return [at.trace(...['qsize', 'empty', 'full'].map((method) => at.to.call(`${queue}.${method}`, [])))];
  }),
];
