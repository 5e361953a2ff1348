// A token is a context manager that puts the old value back, also when the body waits or fails.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const variable = new asyncio.contextvars.ContextVar<string>('var', { default: 'default' });
  await asyncio.async_with(variable.set('outer'), async (token) => {
    trace('token', token.var === variable, variable.get());
    await asyncio.sleep(0.25);
    const inner = (): void => {
      using _ = variable.set('inner');
      trace('inner', variable.get());
    };
    inner();
    trace('outer', variable.get());
  });
  trace('back', variable.get());
  try {
    using _ = variable.set('fails');
    throw new asyncio.ValueError('bad');
  } catch (error) {
    trace('raised', error, variable.get());
  }
  try {
    await asyncio.async_with(variable.set('once'), async (token) => {
      variable.reset(token);
    });
  } catch (error) {
    trace('twice', asyncio.str(error).includes('has already been used once'));
  }
});
