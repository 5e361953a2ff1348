'use asyncio';
import * as asyncio from 'asyncio-ts';
import { async_test } from 'asyncio-ts/testing';

class Clock {
  ticks = 0;
  readonly task = asyncio.create_task(this.#tick(), { name: 'clock' });

  async #tick() {
    while (true) {
      await asyncio.sleep(1);
      this.ticks += 1;
    }
  }

  async stop() {
    this.task.cancel();
    await asyncio.wait([this.task]);
  }
}

const test = async_test(async () => {
  const clock = new Clock();
  try {
    await asyncio.sleep(3.5);
    console.log(`${clock.ticks} ticks`);
  } finally {
    await clock.stop();
  }
});

await test();
console.log('the test has passed');
