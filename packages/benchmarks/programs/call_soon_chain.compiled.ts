import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

await bench(async (count) => {
  const loop = asyncio.get_running_loop();
  const end = loop.create_future<null>();
  let done = 0;
  const link = (): void => {
    done++;
    if (done < count) loop.call_soon(link);
    else end.set_result(null);
  };
  loop.call_soon(link);
  await end;
  return done;
});
