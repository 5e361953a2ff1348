/** The body of this test passes; the test fails for what it leaves behind. */
'use asyncio';
import * as asyncio from 'asyncio-ts';
import { LeakError, async_test } from 'asyncio-ts/testing';

class Cache {
  readonly #values = new Map<string, string>();
  readonly #sweeper = asyncio.create_task(this.#sweep(), { name: 'sweeper' });

  async set(key: string, value: string) {
    await asyncio.sleep(0.1);
    this.#values.set(key, value);
  }

  async close() {
    this.#sweeper.cancel();
    await asyncio.wait([this.#sweeper]);
  }

  async #sweep() {
    while (true) {
      await asyncio.sleep(60);
      this.#values.clear();
    }
  }
}

const test = async_test(async () => {
  const cache = new Cache();
  await cache.set('a', '1');
});

try {
  await test();
} catch (error) {
  if (!(error instanceof LeakError)) throw error;
  const [leak] = error.leaks;
  console.log(leak!.kind, /name='\w+'/.exec(leak!.what)?.[0]);
}
