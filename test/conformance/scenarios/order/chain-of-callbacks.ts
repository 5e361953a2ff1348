// A result that is passed on by done callbacks takes a turn for each future.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const futures = Array.from({ length: 4 }, () => loop.create_future<number>());
  let turns = 0;

  const count = (): void => {
    turns += 1;
    if (turns < 8) loop.call_soon(count);
  };

  const passOn = (i: number) => (future: asyncio.Future<number>) => {
    trace('passed on', i, turns);
    futures[i + 1]!.set_result(future.result() * 2);
  };

  for (let i = 0; i < 3; i++) futures[i]!.add_done_callback(passOn(i));
  loop.call_soon(count);
  futures[0]!.set_result(1);
  trace('got', await futures[3]!, turns);
});
