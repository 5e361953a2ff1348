// A copy of a context goes its own way.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { Context, ContextVar, copy_context } = asyncio.contextvars;
  const variable = new ContextVar<string>('var');
  variable.set('original');
  const first = copy_context();
  const second = first.copy();
  first.run(() => variable.set('first'));
  second.run(() => variable.set('second'));
  trace('values', variable.get(), first.get(variable), second.get(variable));
  const empty = new Context();
  trace('empty', empty.__len__(), empty.__contains__(variable));
  empty.run(() => variable.set('no longer'));
  trace('empty', empty.__len__(), [...empty.values()]);

  const read = asyncio.coroutine(async () => variable.get());

  const one = await asyncio.create_task(read(), { context: second });
  trace('read', one, await asyncio.create_task(read(), { context: empty }));
});
