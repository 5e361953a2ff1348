// An object with __await__ is awaited inline, as a coroutine is.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Twice {
  readonly trace: Trace;
  readonly future: asyncio.Future<number>;

  constructor(trace: Trace, future: asyncio.Future<number>) {
    this.trace = trace;
    this.future = future;
  }

  *__await__(): Generator<unknown, number, unknown> {
    this.trace('asked');
    const first = yield* this.future.__await__();
    this.trace('first', first);
    const second = yield* asyncio.sleep(0.25, 'slept').__await__();
    this.trace('second', second);
    return first + 1;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<number>();
  loop.call_later(0.5, () => future.set_result(20));
  trace('got', await asyncio.await_(new Twice(trace, future)));
  trace('got', await asyncio.await_(new Twice(trace, future)));
});
