// Tasks that wait for a stack are served in their order, the items in the opposite one.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const stack = new asyncio.LifoQueue<unknown>(2);

  const take = asyncio.coroutine(async function take(name: string) {
    const item = await stack.get();
    trace(name, item);
  });

  const give = asyncio.coroutine(async function give(item: number) {
    await stack.put(item);
    trace('in', item);
  });

  const takers = [...'ab'].map((name) => asyncio.create_task(take(name)));
  await asyncio.sleep(0);
  stack.put_nowait('one');
  stack.put_nowait('two');
  await asyncio.gather(...takers);
  const givers = [1, 2, 3, 4].map((item) => asyncio.create_task(give(item)));
  await asyncio.sleep(0);
  trace('full', asyncio.str(stack));
  while (!stack.empty()) {
    trace('out', await stack.get());
    await asyncio.sleep(0);
  }
  await asyncio.gather(...givers);
});
