// A variable without a value and without a default raises LookupError.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { ContextVar, copy_context } = asyncio.contextvars;
  const bare = new ContextVar<string>('bare');
  const full = new ContextVar<string>('full', { default: 'default' });
  try {
    bare.get();
  } catch (error) {
    trace('missing', (error as Error).name, asyncio.str(error).includes('bare'));
  }
  trace('get', bare.get('given'), full.get(), full.get('given'), bare.name);
  const context = copy_context();
  trace(
    'context',
    context.__contains__(bare),
    context.__contains__(full),
    context.get(full),
    context.get(full, 'other'),
  );
  bare.set('value');
  trace('context', context.__contains__(bare), copy_context().__contains__(bare));
  try {
    context.__getitem__(bare);
  } catch (error) {
    trace('not there', (error as Error).name);
  }
});
