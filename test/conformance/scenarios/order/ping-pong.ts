// Two tasks that wake each other by futures alternate, one turn each.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const balls = { ping: loop.create_future<number>(), pong: loop.create_future<number>() };

  const player = asyncio.coroutine(async (name: 'ping' | 'pong', other: 'ping' | 'pong', rounds: number) => {
    for (let round = 0; round < rounds; round++) {
      const value = await balls[name];
      trace(name, value);
      balls[name] = loop.create_future<number>();
      balls[other].set_result(value + 1);
    }
  });

  const tasks = [asyncio.create_task(player('ping', 'pong', 4)), asyncio.create_task(player('pong', 'ping', 4))];
  await asyncio.sleep(0);
  balls.ping.set_result(0);
  for (let turn = 0; turn < 10; turn++) {
    trace('turn', turn);
    await asyncio.sleep(0);
  }
  return tasks.map((task) => task.done());
});
