// markcoroutinefunction makes a function count as a coroutine function, and gives it back.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { inspect } = asyncio;

  const work = asyncio.coroutine(async () => 'worked');

  const later = (): asyncio.Coroutine<string> => work();

  trace('before', inspect.iscoroutinefunction(later));
  const marked = inspect.markcoroutinefunction(later);
  trace('marked', marked === later, inspect.iscoroutinefunction(later));
  trace('called', await asyncio.await_(later()));
  trace('still', inspect.isgeneratorfunction(later), inspect.isasyncgenfunction(later));

  const numbers = function* (): Generator<number> {
    yield 1;
  };

  inspect.markcoroutinefunction(numbers);
  trace('both', inspect.iscoroutinefunction(numbers), inspect.isgeneratorfunction(numbers));
  const loop = asyncio.get_running_loop();
  loop.set_debug(true);
  try {
    loop.call_soon(later);
  } catch (error) {
    trace('refused', error);
  }
  loop.set_debug(false);
  try {
    inspect.markcoroutinefunction(42 as never);
  } catch (error) {
    trace('refused', (error as Error).name);
  }
});
