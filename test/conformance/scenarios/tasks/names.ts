// Tasks are numbered unless they are named; a name is kept as text.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const nothing = asyncio.coroutine(async () => {});

  const first = asyncio.create_task(nothing());
  const named = asyncio.create_task(nothing(), { name: 'named' });
  const number = asyncio.create_task(nothing(), { name: 7 });
  const second = asyncio.create_task(nothing());
  const tasks = [first, named, number, second];
  trace(
    'names',
    tasks.map((task) => task.get_name()),
  );
  named.set_name('renamed');
  first.set_name(5);
  second.set_name(null);
  trace(
    'names',
    tasks.map((task) => task.get_name()),
  );
  trace('own', asyncio.current_task()!.get_name());
});
