// A queue that is shut down takes nothing more, and gives what it has, unless it is at once.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const refuse = (label: string, call: () => unknown): void => {
    try {
      trace(label, call());
    } catch (error) {
      trace(label, error);
    }
  };

  const give = asyncio.coroutine(async function give(queue: asyncio.Queue, name: string) {
    try {
      trace(name, await queue.put(name));
    } catch (error) {
      if (!(error instanceof asyncio.QueueShutDown)) throw error;
      trace(name, error);
    }
  });

  const take = asyncio.coroutine(async function take(queue: asyncio.Queue, name: string) {
    try {
      trace(name, await queue.get());
    } catch (error) {
      if (!(error instanceof asyncio.QueueShutDown)) throw error;
      trace(name, error);
    }
  });

  const join = asyncio.coroutine(async function join(queue: asyncio.Queue, name: string) {
    trace(name, await queue.join());
  });

  let queue = new asyncio.Queue();
  for (const immediate of [false, true]) {
    queue = new asyncio.Queue(2);
    const putters = ['a', 'b', 'c'].map((name) => asyncio.create_task(give(queue, name)));
    const joiner = asyncio.create_task(join(queue, 'joined'));
    await asyncio.sleep(0);
    trace('before', asyncio.str(queue));
    queue.shutdown(immediate);
    trace('after', asyncio.str(queue));
    queue.shutdown({ immediate });
    await asyncio.sleep(0);
    trace('later', asyncio.str(queue));
    refuse('put', () => queue.put_nowait(1));
    await give(queue, 'put and wait');
    while (!queue.empty()) {
      trace('got', queue.get_nowait(), asyncio.str(queue));
      queue.task_done();
    }
    refuse('get', () => queue.get_nowait());
    await take(queue, 'get and wait');
    await asyncio.gather(...putters, joiner);
    queue = new asyncio.Queue();
    const getters = ['x', 'y', 'z'].map((name) => asyncio.create_task(take(queue, name)));
    await asyncio.sleep(0);
    queue.put_nowait('only one');
    queue.shutdown(immediate);
    trace('getters', asyncio.str(queue));
    await asyncio.gather(...getters);
    trace('ended', asyncio.str(queue));
  }
  refuse('arguments', () => (queue.shutdown as (...args: boolean[]) => void).call(queue, true, false));
});
