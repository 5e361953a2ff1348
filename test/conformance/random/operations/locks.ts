/** Locks, semaphores, events, conditions, barriers. */
import * as fc from 'fast-check';
import { number, once, operation, withBodies, type Operation, type Statement } from '../operation';

type Held = 'lock' | 'semaphore' | 'bounded' | 'barrier';

const held: fc.Arbitrary<Held> = fc.constantFrom('lock', 'lock', 'semaphore', 'bounded', 'barrier');

function nameOf(kind: Held, which: number): string {
  return {
    lock: `locks[${String(which % 2)}]`,
    semaphore: 'semaphores[0]',
    bounded: 'semaphores[1]',
    barrier: 'barrier',
  }[kind];
}

const releasable = fc.constantFrom<Exclude<Held, 'barrier'>>('lock', 'semaphore', 'bounded');

export const locks: readonly Operation[] = [
  withBodies<{ of: Held; which: number; body: Statement[] }>(
    'with',
    5,
    ({ body }) => ({ of: held, which: number, body }),
    (fields, at) => at.to.within(nameOf(fields.of, fields.which), 'none', at.inside().body(fields.body)),
  ),

  operation<{ of: Exclude<Held, 'barrier'>; which: number }>(
    'acquire',
    2,
    { of: releasable, which: number },
    (fields, at) => [at.awaits(at.to.call(`${nameOf(fields.of, fields.which)}.acquire`, []))],
  ),

  operation<{ of: Exclude<Held, 'barrier'>; which: number }>(
    'release',
    2,
    { of: releasable, which: number },
    (fields, at) => at.careful([at.to.statement(at.to.call(`${nameOf(fields.of, fields.which)}.release`, []))]),
  ),

  operation<{ which: number; what: 'wait' | 'set' | 'clear' }>(
    'event',
    3,
    { which: number, what: fc.constantFrom('wait', 'set', 'set', 'clear') },
    ({ which, what }, at) => {
      const called = at.to.call(`${at.to.pick('events', which)}.${what}`, []);
      return [what === 'wait' ? at.awaits(called) : at.to.statement(called)];
    },
  ),

  operation<{ what: 'wait' | 'wait_for' | 'notify' | 'notify_all'; unheld: boolean }>(
    'condition',
    3,
    { what: fc.constantFrom('wait', 'wait_for', 'notify', 'notify_all'), unheld: once(6) },
    ({ what, unheld }, at) => {
      const { to } = at;
      const called = to.call(`condition.${what}`, what === 'wait_for' ? [to.thunk('events[0].is_set()')] : []);
      const line = what.startsWith('wait') ? at.awaits(called) : to.statement(called);
      return unheld ? at.careful([line]) : to.within('condition', 'none', [line]);
    },
  ),

  operation<{ what: 'wait' | 'reset' | 'abort' }>(
    'barrier',
    2,
    { what: fc.constantFrom('wait', 'wait', 'wait', 'reset', 'reset', 'abort', 'abort') },
    ({ what }, at) => at.careful([at.awaits(at.to.call(`barrier.${what}`, []))]),
  ),

  operation('inspect_locks', 1, {}, (_fields, at) => {
    const { to } = at;
    const asked = ['locks[0].locked', 'semaphores[0].locked', 'events[0].is_set', 'condition.locked'];
    return [at.trace(...asked.map((method) => to.call(method, [])), 'barrier.n_waiting', 'barrier.broken')];
  }),
];
