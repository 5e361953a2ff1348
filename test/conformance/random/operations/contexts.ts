/** Context variables and contexts. */
import * as fc from 'fast-check';
import { number, operation, type Operation } from '../operation';
import type { Writer } from '../writer';

const VARIABLES = 2;

export function setVariable(at: Writer, which: number, value: number): string {
  const { to } = at;
  return to.add(
    'tokens',
    to.list([to.pick('variables', which), to.call(`${to.pick('variables', which)}.set`, [to.value(value)])]),
  );
}

export function traceVariables(at: Writer): string {
  const { to } = at;
  return at.trace(to.list(Array.from({ length: VARIABLES }, (_, i) => to.call(`${to.pick('variables', i)}.get`, []))));
}

export const contexts: readonly Operation[] = [
  operation('set_variable', 2, { which: number, value: number }, ({ which, value }, at) => [
    setVariable(at, which, value),
  ]),
  operation('get_variable', 2, {}, (_fields, at) => [traceVariables(at)]),

  operation('reset_variable', 1, { which: number }, ({ which }, at) => {
    const { to } = at;
    const name = `token${at.label()}`;
    return [
      to.declare(name, to.last('tokens', which)),
      ...at.careful([to.statement(to.call(`${name}[0].reset`, [`${name}[1]`]))]),
      traceVariables(at),
    ];
  }),

  operation<{ what: 'copy' | 'run' | 'of_task'; which: number }>(
    'context',
    2,
    { what: fc.constantFrom('copy', 'run', 'of_task'), which: number },
    ({ what, which }, at) => {
      const { to } = at;
      if (what === 'copy') return [to.add('contexts', to.call('contextvars.copy_context', []))];
      const context = what === 'run' ? to.last('contexts', which) : to.call('asyncio.current_task().get_context', []);
      const name = `callback${at.label()}`;
      const defined = to.callback(name, [setVariable(at, which, which), traceVariables(at)]);
      // The current context can't be entered again: that is an error.
      return [...defined, ...at.careful([to.statement(to.call(`${context}.run`, [name]))]), traceVariables(at)];
    },
  ),
];
