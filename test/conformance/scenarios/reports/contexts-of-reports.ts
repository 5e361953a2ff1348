// What a handler is told: the keys of its context say what the report is about.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const kept: unknown[] = [];

  const handler = (_loop: asyncio.AbstractEventLoop, context: asyncio.ExceptionContext): void => {
    const keys = Object.keys(context)
      .filter((key) => !key.endsWith('_traceback'))
      .sort();
    trace('handler', keys, context.message, context.exception ?? null);
  };

  const bad = (): void => {
    throw new asyncio.ValueError('callback');
  };

  const leftover = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } finally {
      throw new asyncio.ValueError('shutdown');
    }
  });

  const generates = asyncio.asyncgen(async function* generates() {
    try {
      yield 1;
    } finally {
      throw new asyncio.ValueError('generator');
    }
  });

  const main = asyncio.coroutine(async () => {
    const loop = asyncio.get_running_loop();
    loop.set_exception_handler(handler);
    loop.call_soon(bad);
    loop.call_later(0.25, bad);
    const future = loop.create_future<null>();
    future.add_done_callback(() => {
      bad();
    });
    future.set_result(null);
    const generator = generates();
    kept.push(generator);
    await asyncio.anext(generator);
    kept.push(asyncio.create_task(leftover(), { name: 'leftover' }));
    await asyncio.sleep(0.5);
  });

  await asyncio.run(main(), { loop_factory: newLoop });
};
