// A GeneratorExit that an awaited coroutine or generator raises is an exception like others to who awaits it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const exits = asyncio.coroutine(async function exits() {
    await asyncio.sleep(0);
    throw new asyncio.GeneratorExit('raised');
  });

  const between = asyncio.coroutine(async function between() {
    try {
      await exits();
    } finally {
      trace('between');
    }
  });

  const close = asyncio.coroutine(async function close(generator: asyncio.AsyncGenerator<string>) {
    trace('first', await asyncio.wait_for(generator.__anext__(), 0.5));
    return await generator.aclose();
  });

  const ticks = asyncio.asyncgen(async function* ticks() {
    try {
      yield 'tick';
      await asyncio.sleep(1);
      yield 'tack';
    } finally {
      trace('over');
    }
  });

  const outside = asyncio.coroutine(async function outside(generator: asyncio.AsyncGenerator<string>) {
    return await close(generator);
  });

  trace('closed', await close(ticks()));
  trace('closed further out', await outside(ticks()));
  for (const coroutine of [exits(), between()]) {
    try {
      await coroutine;
    } catch (error) {
      if (!(error instanceof asyncio.GeneratorExit)) throw error;
      trace('caught', error);
      await asyncio.sleep(0);
      trace('goes on');
    }
  }
});
