// A future hands the same object to everyone, as often as it is awaited.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string[]>();
  const value = ['mutable'];

  const reader = asyncio.coroutine(async (name: string) => {
    const got = await future;
    got.push(name);
    return got;
  });

  const readers = [asyncio.create_task(reader('a')), asyncio.create_task(reader('b'))];
  loop.call_later(0.5, () => future.set_result(value));
  const first = await future;
  const second = await future;
  trace('same', first === second, first === value);
  const same: boolean[] = [];
  for (const task of readers) same.push((await task) === value);
  trace('readers', same, value);
});
