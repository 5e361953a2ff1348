// The methods of a loop refuse what they can't use, with CPython's words.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  type Loose = (...args: unknown[]) => unknown;
  const attempts: Record<string, () => unknown> = {
    create_task: () => loop.create_task(42 as never),
    run_until_complete: () => loop.run_until_complete(42 as never),
    factory: () => {
      loop.set_task_factory(42 as never);
    },
    handler: () => {
      loop.set_exception_handler(42 as never);
    },
    call_soon: () => (loop.call_soon as Loose).call(loop),
    call_later: () => (loop.call_later as Loose).call(loop, 1),
    delay: () => loop.call_later('1' as never, trace),
    when: () => loop.call_at(null as never, trace),
    close: () => {
      loop.close();
    },
    ensure_future: () => asyncio.ensure_future(42 as never),
    current_task: () => (asyncio.current_task as Loose)(loop, 1),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await asyncio.await_(attempt() as Promise<unknown>);
      trace(name, 'went well');
    } catch (error) {
      trace(name, error);
    }
  }
});
