// A result passes down a chain of tasks that await each other, one turn for each.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  let turns = 0;

  const count = (): void => {
    turns += 1;
    loop.call_soon(count);
  };

  const link = asyncio.coroutine(async (previous: asyncio.Future<number>, number: number) => {
    const value = await previous;
    trace('link', number, turns);
    return value + 1;
  });

  const source = loop.create_future<number>();
  let last: asyncio.Future<number> = source;
  for (let number = 0; number < 5; number++) last = asyncio.create_task(link(last, number));
  await asyncio.sleep(0);
  loop.call_soon(count);
  source.set_result(0);
  const result = await last;
  trace('result', result, turns);
});
