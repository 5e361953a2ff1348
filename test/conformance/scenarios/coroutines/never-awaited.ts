// A coroutine that nobody awaits is reported, with its name.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const forgotten = asyncio.coroutine(async function forgotten(number: number) {
    trace('never', number);
  });

  const other = asyncio.coroutine(async function other() {});

  forgotten(1);
  forgotten(2);
  other();
  const kept = forgotten(3);
  await asyncio.sleep(0.5);
  trace('end', asyncio.inspect.getcoroutinestate(kept));
});
