// A future belongs to the loop that is given, or to the running one; wrong arguments are refused.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { Future } = asyncio;
  const loop = asyncio.get_running_loop();
  for (const future of [new Future(), new Future({ loop }), new Future({ loop: null }), loop.create_future()]) {
    trace('loop', future.get_loop() === loop, future);
  }
  type Loose = () => unknown;
  const attempts: Record<string, () => unknown> = {
    positional: () => new Future(loop as never),
    keyword: () => new Future({ unknown: 1 } as never),
    wrap: () => asyncio.wrap_future(42 as never),
    callback: () => (new Future().add_done_callback as Loose).call(new Future()),
    remove: () => (new Future().remove_done_callback as Loose).call(new Future()),
    result: () => (new Future().set_result as Loose).call(new Future()),
    exception: () => (new Future().set_exception as Loose).call(new Future()),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      attempt();
      trace(name, 'went well');
    } catch (error) {
      trace(name, error);
    }
  }
});
