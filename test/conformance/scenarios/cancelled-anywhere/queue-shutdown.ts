// Cancelled at every turn: a task that puts, takes and joins while the queues are shut down.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const full = new asyncio.Queue<string>(1);
  const empty = new asyncio.Queue<string>();
  full.put_nowait('first');

  const attempt = asyncio.coroutine(async function attempt(name: string, awaitable: asyncio.Coroutine<unknown>) {
    try {
      trace(name, await awaitable);
    } catch (error) {
      if (!(error instanceof asyncio.QueueShutDown)) throw error;
      trace(name, error);
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    await attempt('put', full.put('second'));
    await attempt('get', empty.get());
    await attempt('join', full.join());
  });

  const others = asyncio.coroutine(async function others() {
    const other = asyncio.create_task(attempt('other', empty.get()));
    await asyncio.sleep(1);
    full.shutdown();
    await asyncio.sleep(1);
    empty.shutdown();
    await asyncio.sleep(1);
    full.shutdown({ immediate: true });
    await other;
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', asyncio.str(full), asyncio.str(empty));
    await attempt('put', full.put('x'));
    await attempt('get', empty.get());
    await full.join();
  });

  return [victim, others, afterwards];
};
