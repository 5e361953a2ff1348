/** Asynchronous generators. */
import * as fc from 'fast-check';
import { number, operation, type Operation } from '../operation';

export const generators: readonly Operation[] = [
  operation('iterate', 2, { fn: number }, ({ fn }, at) => {
    const { to } = at;
    const callee = at.callee(fn);
    if (callee === null) return [at.trace()];
    const name = `generator${at.label()}`;
    // It is kept, so that the end of the loop closes it and not a collector.
    return [
      to.declare(name, at.generator(callee)),
      to.add('generators', name),
      ...to.each(name, 'given', [...to.mark('an item of an asynchronous generator'), at.trace('given')], true),
    ];
  }),

  operation('make_generator', 2, { fn: number }, ({ fn }, at) => {
    const callee = at.callee(fn);
    return [at.to.add('generators', callee === null ? at.to.call('ticking', []) : at.generator(callee))];
  }),

  operation<{ what: 'anext' | 'asend' | 'athrow' | 'aclose'; which: number }>(
    'generator',
    4,
    { what: fc.constantFrom('anext', 'anext', 'asend', 'athrow', 'aclose'), which: number },
    ({ what, which }, at) => {
      const { to } = at;
      const generator = to.last('generators', which);
      const called = {
        anext: () => to.call(`${generator}.__anext__`, []),
        asend: () => to.call(`${generator}.asend`, [which % 2 === 0 ? to.value(null) : to.value(which)]),
        athrow: () => to.call(`${generator}.athrow`, [at.exception(which)]),
        aclose: () => to.call(`${generator}.aclose`, []),
      }[what]();
      return at.careful([at.awaits(called)]);
    },
  ),

  /** Outside of a generator only a line. */
  operation('give', 2, {}, (_fields, at) => [
    at.yields ? at.trace(at.to.given(at.to.value(Number(at.label())))) : at.trace(),
  ]),
];
