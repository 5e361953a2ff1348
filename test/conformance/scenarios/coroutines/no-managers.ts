// async with refuses what is no manager, with CPython's words.
// Managers: async_with (`await using x = null` is allowed in JavaScript, and holds nothing).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Half {
  @asyncio.coroutine
  async __aenter__(): Promise<void> {}
}

class Sync {
  __aenter__(): number {
    return 42;
  }

  @asyncio.coroutine
  async __aexit__(): Promise<void> {}
}

class SyncExit {
  @asyncio.coroutine
  async __aenter__(): Promise<void> {}

  __aexit__(): null {
    return null;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  for (const manager of [42, null, new Half(), new Sync(), new SyncExit()]) {
    try {
      await asyncio.async_with(manager as never, async () => {
        trace('body');
      });
    } catch (error) {
      trace('refused', error);
    }
  }
});
