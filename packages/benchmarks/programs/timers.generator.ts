import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

await bench(function* (count) {
  const loop = asyncio.get_running_loop();
  const end = loop.create_future<null>();
  let fired = 0;
  const fire = (): void => {
    fired++;
    if (fired === count / 2) end.set_result(null);
  };
  // All of them are set, and half of them cancelled, before the first is due.
  const timers = Array.from({ length: count }, (_, i) => loop.call_later(2 + i * 1e-6, fire));
  for (let i = 0; i < count; i += 2) timers[i]!.cancel();
  yield* end;
  return fired * 2;
});
