// An error leaves Context.run as it is; what was set before it stays set in there.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });
  const context = asyncio.contextvars.copy_context();

  const fails = (value: string): void => {
    variable.set(value);
    throw new asyncio.ValueError(value);
  };

  variable.set('outside');
  for (const value of ['first', 'second']) {
    try {
      context.run(fails, value);
    } catch (error) {
      trace('raised', error, variable.get(), context.__getitem__(variable));
    }
  }

  const outer = (): string => {
    try {
      inner.run(fails, 'inner');
    } catch (error) {
      trace('raised', error, variable.get());
    }
    return variable.get();
  };

  const inner = context.copy();
  trace('result', context.run(outer), inner.__getitem__(variable), variable.get());
  for (const wrong of [42, null]) {
    try {
      context.run(wrong as never);
    } catch (error) {
      trace('refused', error);
    }
  }
  trace(
    'end',
    context.run(() => variable.get()),
    variable.get(),
  );
});
