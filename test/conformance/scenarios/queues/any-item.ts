// Any value can be an item: nothing, false, a dict, an exception, another queue.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const queue = new asyncio.Queue<unknown>();
  const inner = new asyncio.LifoQueue<string>();
  inner.put_nowait('inner');
  for (const item of [
    null,
    false,
    0,
    '',
    [],
    { item: 1 },
    { immediate: true },
    new asyncio.ValueError('kept'),
    inner,
  ]) {
    await queue.put(item);
    if (item !== inner) queue.put_nowait(item);
  }
  trace('all', queue.qsize(), asyncio.str(queue).replace(asyncio.repr(inner), 'inner'));
  while (!queue.empty()) {
    const item = await queue.get();
    trace('item', item === inner ? asyncio.str(item) : item);
  }
});
