import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

// eslint-disable-next-line require-yield -- a child that has nothing to wait for
const child = asyncio.coroutine(function* (x: number) {
  return x;
});

await bench(function* (count) {
  for (let i = 0; i < count; i++) yield* asyncio.create_task(child(i));
});
