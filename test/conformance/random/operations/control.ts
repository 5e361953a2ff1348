/** `try`, `except*`, `raise`, `return`, loops. */
import * as fc from 'fast-check';
import type { Clause, Lines } from '../language';
import { number, operation, withBodies, type Operation, type Statement } from '../operation';
import type { Writer } from '../writer';

interface Try {
  readonly body: Statement[];
  readonly cancelled: Statement[] | null;
  readonly error: Statement[] | null;
  readonly final: Statement[] | null;
  readonly reraise: boolean;
}

function printTry(fields: Try, at: Writer): Lines {
  const { to } = at;
  const body = at.body(fields.body);
  const again = fields.reraise ? [to.reraise()] : [];
  const clauses: Clause[] = [];
  if (fields.cancelled !== null) {
    const shown = at.trace('error', to.call('asyncio.current_task().cancelling', []));
    clauses.push({
      type: 'asyncio.CancelledError',
      body: [...to.mark('except CancelledError'), shown, ...at.body(fields.cancelled), ...again],
    });
  }
  if (fields.error !== null) {
    clauses.push({
      type: 'Exception',
      body: [...to.mark('except Exception'), at.trace('error'), ...at.body(fields.error), ...again],
    });
  }
  const final = fields.final ?? (clauses.length === 0 ? [] : null);
  return to.attempt(body, clauses, final === null ? null : [...to.mark('finally'), ...at.final().body(final)]);
}

export const control: readonly Operation[] = [
  withBodies<Try>(
    'try',
    12,
    ({ body, maybe }) => ({ body, cancelled: maybe, error: maybe, final: maybe, reraise: fc.boolean() }),
    printTry,
  ),

  withBodies<{ body: Statement[] }>(
    'except*',
    3,
    ({ body }) => ({ body }),
    (fields, at) => at.to.star(at.body(fields.body), (type) => at.trace(at.to.value(type), 'group')),
  ),

  withBodies<{ times: number; body: Statement[] }>(
    'repeat',
    1,
    ({ body }) => ({ times: fc.integer({ min: 2, max: 3 }), body }),
    (fields, at) => at.to.repeat(fields.times, at.body(fields.body)),
  ),

  operation('raise', 2, { what: number }, ({ what }, at) => [at.to.raise(at.exception(what))]),

  operation('return', 1, { value: number }, ({ value }, at) => [
    at.enclosed ? at.trace() : at.to.give_back(at.to.value(value)),
  ]),
];
