import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

await bench(async (count) => {
  const loop = asyncio.get_running_loop();
  const table = [loop.create_future<null>(), loop.create_future<null>()] as [
    asyncio.Future<null>,
    asyncio.Future<null>,
  ];
  const player = async (me: 0 | 1) => {
    const other = me === 0 ? 1 : 0;
    let done = 0;
    for (; done < count; done++) {
      await table[me];
      table[me] = loop.create_future<null>();
      table[other].set_result(null);
    }
    return done;
  };
  const players = [asyncio.create_task(player(0)), asyncio.create_task(player(1))];
  table[0].set_result(null);
  let done = 0;
  for (const task of players) done += await task;
  return done / 2;
});
