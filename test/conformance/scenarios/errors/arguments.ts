// Wrong arguments are refused with CPython's words.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future();

  const attempts: Record<string, () => unknown> = {
    call_later: () => loop.call_later(null as never, trace),
    call_at: () => loop.call_at(null as never, trace),
    sleep: () => (asyncio.sleep as () => unknown)(),
    cancel: () => (future.cancel as (...args: unknown[]) => unknown).call(future, 'a', 'b'),
    'cancel keyword': () => future.cancel({ message: 'a' } as never),
    set_result: () => (future.set_result as () => unknown).call(future),
    gather: () => asyncio.gather(42 as never),
    'gather keyword': () => asyncio.gather(future, { unknown: true } as never),
    run: () => (asyncio.run as () => unknown)(),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt();
      trace(name, 'went well');
    } catch (error) {
      trace(name, error);
    }
  }
});
