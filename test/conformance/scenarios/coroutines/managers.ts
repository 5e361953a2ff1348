// Managers are entered in order and left in reverse; the value that one gives is what the body gets.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Manager {
  readonly trace: Trace;
  readonly name: string;

  constructor(trace: Trace, name: string) {
    this.trace = trace;
    this.name = name;
  }

  @asyncio.coroutine
  async __aenter__(): Promise<string> {
    this.trace('enter', this.name);
    await asyncio.sleep(0.25);
    return this.name.toUpperCase();
  }

  @asyncio.coroutine
  async __aexit__(kind: unknown, error: unknown): Promise<void> {
    this.trace('leave', this.name, kind === null, error);
    await asyncio.sleep(0.25);
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  await asyncio.async_with([new Manager(trace, 'a'), new Manager(trace, 'b')], async (a, b) => {
    trace('body', a, b);
    await asyncio.sleep(0.25);
  });
  trace('after');

  const returns = asyncio.coroutine(async () => await asyncio.async_with(new Manager(trace, 'c'), async (c) => c));

  trace('returned', await returns());
  try {
    await asyncio.async_with([new Manager(trace, 'd'), new Manager(trace, 'e')], async () => {
      throw new asyncio.ValueError('bad');
    });
  } catch (error) {
    trace('raised', error);
  }
});
