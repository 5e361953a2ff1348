// A generator that yields when it is closed is told that it ignored GeneratorExit.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

const kept: unknown[] = [];

export const main = asyncio.coroutine(async (trace: Trace) => {
  const stubborn = asyncio.asyncgen(async function* stubborn() {
    try {
      yield 1;
    } catch {
      yield 2;
    }
    trace('never');
  });

  const silent = asyncio.asyncgen(async function* silent() {
    try {
      yield 1;
    } catch {
      trace('swallowed');
    }
  });

  const failing = asyncio.asyncgen(async function* failing() {
    try {
      yield 1;
    } finally {
      throw new asyncio.ValueError('instead');
    }
  });

  for (const function_ of [stubborn, silent, failing]) {
    const generator = function_();
    kept.push(generator);
    await asyncio.anext(generator);
    try {
      trace('close', (await generator.aclose()) ?? null);
    } catch (error) {
      trace('raised', error);
    }
  }
});
