// A generator that has not begun takes nothing but None; athrow ends it before its body runs.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const echo = asyncio.asyncgen(async function* (): AsyncGenerator<unknown, void, unknown> {
    trace('begins');
    let got = yield 'first';
    while (got !== null && got !== undefined) got = yield got;
    trace('ends');
  });

  const generator = echo();
  try {
    await generator.asend('too early');
  } catch (error) {
    trace('refused', error);
  }
  trace('begun', await generator.asend(null));
  trace('sent', await generator.asend('hello'), await generator.asend([1]));
  try {
    await generator.asend(null);
  } catch (error) {
    trace('over', error);
  }
  const asks = [
    () => generator.asend('late'),
    () => generator.__anext__(),
    () => generator.athrow(new asyncio.ValueError('late')),
  ];
  for (const ask of asks) {
    try {
      trace('gave', await asyncio.await_(ask()));
    } catch (error) {
      trace('still over', error);
    }
  }
  const unbegun = echo();
  try {
    await unbegun.athrow(new asyncio.ValueError('early'));
  } catch (error) {
    trace('thrown', error);
  }
  trace('over', await asyncio.anext(unbegun, 'nothing'));
});
