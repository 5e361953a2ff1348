// Cancelled at every turn: a task that gathers results and exceptions.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const tasks: asyncio.Task<string>[] = [];

  const work = asyncio.coroutine(async function work(name: string, seconds: number, stubborn: boolean) {
    try {
      await asyncio.sleep(seconds);
      if (name === 'fails') throw new asyncio.ValueError(name);
      return name;
    } catch (error) {
      if (!(error instanceof asyncio.CancelledError)) throw error;
      trace(name, error);
      if (!stubborn) throw error;
      await asyncio.sleep(0);
      return 'goes on';
    }
  });

  const make = (name: string, seconds: number, stubborn = false): asyncio.Task<string> => {
    const task = asyncio.create_task(work(name, seconds, stubborn), { name });
    tasks.push(task);
    return task;
  };

  const victim = asyncio.coroutine(async function victim() {
    trace('one', await asyncio.gather(make('a', 1), make('fails', 0), { return_exceptions: true }));
    trace('two', await asyncio.gather(make('stubborn', 1, true), make('b', 2), { return_exceptions: true }));
    const cancelled = make('cancelled', 5);
    asyncio.get_running_loop().call_later(1, () => cancelled.cancel('by hand'));
    trace('three', await asyncio.gather(cancelled, make('c', 2), { return_exceptions: true }));
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace(
      'afterwards',
      tasks.map((task) => [task.get_name(), task.done(), task.cancelled()]),
    );
    await asyncio.gather(...tasks, { return_exceptions: true });
  });

  return [victim, others, afterwards];
};
