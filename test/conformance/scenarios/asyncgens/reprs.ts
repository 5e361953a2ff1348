// An asynchronous generator shows its name and its state.
// Not in helpers style (it prints the names of functions).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { getasyncgenstate } = asyncio.inspect;

  const letters = asyncio.asyncgen(async function* letters() {
    trace('inside', getasyncgenstate(generator), generator.ag_running);
    yield 'a';
  });

  const generator: asyncio.AsyncGenerator<string> = letters();
  trace('names', generator.__name__, (letters as { __name__?: string }).__name__, generator);
  trace('made', getasyncgenstate(generator), generator.ag_running);
  await asyncio.anext(generator);
  trace('begun', getasyncgenstate(generator), generator.ag_running);
  await generator.aclose();
  trace('closed', getasyncgenstate(generator), generator.ag_running);
});
