import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

await bench(function* (count) {
  const loop = asyncio.get_running_loop();
  const done = loop.create_future<null>();
  let left = count;
  const link = (): void => {
    left -= 1;
    if (left > 0) loop.call_soon(link);
    else done.set_result(null);
  };
  loop.call_soon(link);
  yield* done;
});
