// reset brings a variable back to what it was before the set, across awaits, once.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { ContextVar, Token } = asyncio.contextvars;
  const variable = new ContextVar<string>('var', { default: 'default' });
  const outer = variable.set('outer');
  const inner = variable.set('inner');
  await asyncio.sleep(0.5);
  trace('set', variable.get(), inner.old_value, outer.old_value === Token.MISSING, inner.var === variable);
  variable.reset(inner);
  trace('reset', variable.get());
  try {
    variable.reset(inner);
  } catch (error) {
    const text = asyncio.str(error);
    trace('twice', text.startsWith('<Token used var='), text.includes('has already been used once'));
  }
  variable.reset(outer);
  trace('reset', variable.get());

  const other = asyncio.coroutine(async (token: asyncio.contextvars.Token<string>) => {
    try {
      variable.reset(token);
    } catch (error) {
      trace('elsewhere', asyncio.str(error).includes('was created in a different Context'));
    }
  });

  const token = variable.set('again');
  await asyncio.create_task(other(token));
  try {
    new ContextVar<string>('foreign').reset(token);
  } catch (error) {
    trace('foreign', asyncio.str(error).includes('was created by a different ContextVar'));
  }
});
