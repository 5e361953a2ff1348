// Debug mode refuses callbacks that can't be called, and coroutine functions.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  loop.set_debug(true);

  const work = asyncio.coroutine(async function work() {});

  const coroutine = work();
  const methods = [
    (callback: never) => loop.call_soon(callback),
    (callback: never) => loop.call_soon_threadsafe(callback),
  ];
  for (const method of methods) {
    for (const wrong of [42, null, work, coroutine]) {
      try {
        method(wrong as never);
      } catch (error) {
        trace('refused', error);
      }
    }
  }
  for (const wrong of ['text', work]) {
    try {
      loop.call_later(0.5, wrong as never);
    } catch (error) {
      trace('refused', error);
    }
    try {
      loop.call_at(0.5, wrong as never);
    } catch (error) {
      trace('refused', error);
    }
  }
  loop.set_debug(false);
  coroutine.close();
});
