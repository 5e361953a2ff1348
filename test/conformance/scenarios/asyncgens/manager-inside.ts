// A manager within a generator is left when the generator ends, fails or is closed.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Resource {
  readonly trace: Trace;

  constructor(trace: Trace) {
    this.trace = trace;
  }

  @asyncio.coroutine
  async __aenter__(): Promise<this> {
    await asyncio.sleep(0.25);
    this.trace('opened');
    return this;
  }

  @asyncio.coroutine
  async __aexit__(_kind: unknown, error: Error | null): Promise<void> {
    this.trace('closing', error === null ? 'NoneType' : error.name);
    await asyncio.sleep(0.25);
    this.trace('closed');
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const lines = asyncio.asyncgen(async function* (count: number) {
    const resource = new Resource(trace);
    await resource.__aenter__();
    let error: Error | null = null;
    try {
      for (let i = 0; i < count; i++) yield i;
    } catch (caught) {
      error = caught as Error;
      throw caught;
    } finally {
      await resource.__aexit__(null, error);
    }
  });

  for await (const line of lines(2)) trace('line', line);
  let generator = lines(3);
  trace('first', await asyncio.anext(generator));
  await generator.aclose();
  generator = lines(3);
  trace('first', await asyncio.anext(generator));
  try {
    await generator.athrow(new asyncio.ValueError('bad'));
  } catch (error) {
    trace('raised', error);
  }
  generator = lines(3);
  for await (const line of generator) {
    if (line === 1) break;
  }
  trace('left open');
  await generator.aclose();
});
