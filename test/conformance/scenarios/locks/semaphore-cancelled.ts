// No permit is lost, whoever of those in line is cancelled and whenever.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const state = (semaphore: asyncio.Semaphore): string => asyncio.repr(semaphore).split('[')[1]!;

  const use = asyncio.coroutine(async function use(semaphore: asyncio.Semaphore, name: string) {
    try {
      await asyncio.async_with(semaphore, async () => {
        trace(name, 'has it');
        await asyncio.sleep(1);
      });
    } catch (error) {
      trace(name, error, state(semaphore));
      throw error;
    }
  });

  const cases: [number, string][] = [
    [1, 'a'],
    [1, 'b'],
    [2, 'a'],
    [2, 'ab'],
    [1, 'abcd'],
    [3, 'bd'],
    [2, 'c'],
  ];
  for (const [releases, cancelled] of cases) {
    const semaphore = new asyncio.Semaphore(0);
    const tasks = [...'abcd'].map((name) => asyncio.create_task(use(semaphore, name)));
    await asyncio.sleep(0);
    for (let i = 0; i < releases; i++) semaphore.release();
    for (const name of cancelled) tasks['abcd'.indexOf(name)]!.cancel(name);
    await asyncio.sleep(1.5);
    const done = tasks.map((task) => task.done());
    trace(`${releases} ${cancelled}`, done, state(semaphore));
    for (const task of tasks) task.cancel();
    await asyncio.wait(tasks);
    trace('rest', state(semaphore));
  }
});
