// What a scope refuses.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const attempt = asyncio.coroutine(async function attempt(label: string, awaitable: asyncio.Awaitable<unknown>) {
    try {
      trace(label, await awaitable);
    } catch (error) {
      if (!(error instanceof asyncio.Exception)) throw error;
      trace(label, error);
    }
  });

  const refuse = (label: string, call: () => unknown): void => {
    try {
      trace(label, call());
    } catch (error) {
      trace(label, error);
    }
  };

  const { timeout, timeout_at } = asyncio as unknown as Record<string, (...args: unknown[]) => asyncio.Timeout>;
  const Timeout = asyncio.Timeout as new (...args: unknown[]) => asyncio.Timeout;
  const loop = asyncio.get_running_loop();
  const first = asyncio.timeout(1);
  refuse('not entered', () => first.reschedule(1));
  await asyncio.async_with(first, async () => {
    await attempt('entered twice', first.__aenter__());
    refuse('text', () => first.reschedule('1' as never));
    first.reschedule(null);
  });
  refuse('left', () => first.reschedule(1));
  await attempt('entered again', first.__aenter__());
  const second = asyncio.timeout(1);
  try {
    await asyncio.async_with(second, async () => {
      try {
        await asyncio.sleep(2);
      } finally {
        refuse('expiring', () => second.reschedule(null));
      }
    });
  } catch {
    refuse('expired', () => second.reschedule(null));
  }
  refuse('text', () => timeout!('1'));
  await attempt('text', timeout_at!('1').__aenter__());
  refuse('nothing', () => timeout!());
  refuse('nothing', () => timeout_at!());
  refuse('nothing', () => new Timeout());
  refuse('too much', () => timeout!(1, 2));
  refuse('unknown', () => timeout!({ when: 2 }));
  trace('keywords', timeout!({ delay: 1 }), timeout_at!({ when: 1 }), new Timeout({ when: null }));

  const in_a_callback = (): void => {
    const entering = asyncio.timeout(1).__aenter__();
    try {
      entering.send(null);
    } catch (error) {
      trace('callback', error);
    }
  };

  loop.call_soon(in_a_callback);
  await asyncio.sleep(0);
});
