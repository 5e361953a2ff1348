// An awaitable that yields what isn't a future of this loop raises in the task, which may go on.
// Not in wrapped, mixed style (a native body can't yield).
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

class Yields {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }

  *__await__(): Generator<unknown, unknown, unknown> {
    return yield this.value;
  }
}

class Marked {
  _asyncio_future_blocking = false;
  readonly loop: asyncio.AbstractEventLoop;

  constructor(loop: asyncio.AbstractEventLoop) {
    this.loop = loop;
  }

  get_loop(): asyncio.AbstractEventLoop {
    return this.loop;
  }

  __repr__(): string {
    return '<Marked>';
  }
}

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const other = newLoop();
  const loop = newLoop();

  const numbers = function* (): Generator<number> {
    yield 1;
  };

  const main = asyncio.coroutine(async () => {
    asyncio.current_task()!.set_name('T');
    const strangers = [new Marked(loop), new Marked(other), other.create_future(), numbers(), 42, [null]];
    for (const strange of strangers) {
      try {
        await asyncio.await_(new Yields(strange));
        trace('went well');
      } catch (error) {
        trace('told', asyncio.str(error).replace(/<.*>/, '<…>'));
      }
    }
    trace('none', await asyncio.await_(new Yields(null)));
  });

  await loop.run_until_complete(main());
  loop.close();
  other.close();
};
