// A coroutine can be driven by hand: send resumes it, StopIteration carries its result.
// Not in wrapped, mixed style (a native body can't be stepped by hand).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Suspend {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }

  *__await__(): Generator<unknown, number, unknown> {
    return (yield this.value) as number;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const inner = asyncio.coroutine(async (name: string) => {
    const got = await asyncio.await_(new Suspend(`${name} waits`));
    trace(name, got);
    return got + 1;
  });

  const outer = asyncio.coroutine(async () => {
    const first = await inner('first');
    const second = await inner('second');
    return [first, second];
  });

  const coroutine = outer();
  trace('sent', coroutine.send(null));
  trace('sent', coroutine.send(10));
  try {
    coroutine.send(20);
  } catch (error) {
    trace('ended', (error as asyncio.StopIteration).value);
  }
  try {
    coroutine.send(null);
  } catch (error) {
    trace('over', error);
  }
});
