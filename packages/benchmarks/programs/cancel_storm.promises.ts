import { setTimeout } from 'node:timers/promises';

import { bench, turn } from '../support/promises.js';

const BATCH = 1000;

const nap = async (signal: AbortSignal): Promise<void> => {
  await setTimeout(3_600_000, undefined, { signal });
};

await bench(async (count) => {
  let done = 0;
  for (let begun = 0; begun < count; begun += BATCH) {
    const controllers = Array.from({ length: BATCH }, () => new AbortController());
    const naps = controllers.map(({ signal }) => nap(signal));
    await turn();
    for (const controller of controllers) controller.abort();
    const results = await Promise.allSettled(naps);
    done += results.filter(({ status }) => status === 'rejected').length;
  }
  return done;
});
