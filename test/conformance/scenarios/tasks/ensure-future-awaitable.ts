// ensure_future makes a task of an object with __await__.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Delay {
  readonly seconds: number;

  constructor(seconds: number) {
    this.seconds = seconds;
  }

  *__await__(): Generator<unknown, string, unknown> {
    yield* asyncio.sleep(this.seconds).__await__();
    return `after ${this.seconds}`;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const made = asyncio.ensure_future(new Delay(0.5));
  trace('kind', made instanceof asyncio.Task);
  trace(await made);
  trace(await asyncio.gather(new Delay(0.25), new Delay(0.75)));
});
