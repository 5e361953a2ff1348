// Debug mode that is switched on in the middle concerns what is made afterwards.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  interface Traced {
    readonly _source_traceback: unknown;
  }
  const loop = asyncio.get_running_loop();
  loop.set_debug(false);

  const work = asyncio.coroutine(async () => {});

  const isTraced = (made: unknown): boolean => (made as Traced)._source_traceback !== null;
  const before = loop.call_later(5, trace, 'never');
  const wrong = loop.call_soon(42 as never);
  wrong.cancel();
  loop.set_debug(true);
  const after = loop.call_later(5, trace, 'never');
  trace('recorded', [before, after].map(isTraced));
  trace('futures', isTraced(new asyncio.Future()));
  for (const attempt of [() => loop.call_soon(42 as never), () => loop.call_soon(work)]) {
    try {
      attempt();
    } catch (error) {
      trace('refused', asyncio.str(error).split(',')[0]);
    }
  }
  loop.set_debug(false);
  trace('futures', isTraced(new asyncio.Future()));
  before.cancel();
  after.cancel();
});
