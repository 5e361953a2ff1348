// What a generator's methods return can be driven by hand, as a coroutine can.
// Not in wrapped, mixed style (a native body can't be stepped by hand).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Suspend {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  *__await__(): Generator<string, unknown, unknown> {
    return yield this.value;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const letters = asyncio.asyncgen(async function* (): AsyncGenerator<string, void, unknown> {
    trace('resumed with', await asyncio.await_(new Suspend('waits')));
    const got = yield 'a';
    trace('got', got);
    yield 'b';
  });

  const step = (label: string, move: () => unknown): void => {
    try {
      trace(label, move());
    } catch (error) {
      trace(label, 'raises', error);
    }
  };

  const generator = letters();
  const first = generator.__anext__();
  step('first', () => first.send(null));
  step('first', () => first.send('value'));
  step('first', () => first.send(null));
  const second = generator.asend('sent');
  step('second', () => second.send(null));
  const closing = generator.aclose();
  step('closing', () => closing.send(null));
  const late = generator.__anext__();
  step('late', () => late.send(null));
  const unused = generator.__anext__();
  step('closed', () => unused.close());
  step('unused', () => unused.send(null));
});
