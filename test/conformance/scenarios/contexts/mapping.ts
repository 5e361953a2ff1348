// A context is a mapping from variables to their values, as it was when it was copied.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { ContextVar, copy_context } = asyncio.contextvars;
  const x = new ContextVar<string>('x');
  const y = new ContextVar<string>('y', { default: 'default' });
  x.set('one');
  const context = copy_context();
  x.set('two');
  y.set('set');
  trace('copied', context.__contains__(x), context.__contains__(y), context.__len__(), context.__getitem__(x));
  trace('now', copy_context().__len__());
  trace(
    'iterated',
    [...context].map((each) => each.name),
    [...context.values()],
  );
  const pairs = (): [string, unknown][] => [...context.items()].map(([key, value]) => [key.name, value]);
  trace(
    'views',
    pairs(),
    [...context.keys()].map((key) => key.name),
  );
  context.run(() => y.set('inside'));
  trace('changed', context.__len__(), context.__getitem__(y), context.get(x), y.get());
  trace('sorted', pairs().sort());
  for (const wrong of [42, 'x', null]) {
    try {
      context.get(wrong as never);
    } catch (error) {
      trace('refused', error);
    }
    try {
      context.__contains__(wrong as never);
    } catch (error) {
      trace('refused', error);
    }
  }
});
