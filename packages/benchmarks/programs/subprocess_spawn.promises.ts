import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { bench } from '../support/promises.js';

await bench(async (count) => {
  let done = 0;
  for (let i = 0; i < count; i++) {
    const [code] = await once(spawn('true', { stdio: 'inherit' }), 'exit');
    if (code === 0) done++;
  }
  return done;
});
