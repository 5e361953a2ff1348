// Walking through a group of groups: its single exceptions, each with where it stood.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const leaves = (error: Error, path = ''): string[] =>
    error instanceof asyncio.BaseExceptionGroup
      ? error.exceptions.flatMap((one) => leaves(one, `${path}/${error.message}`))
      : [`${path}: ${asyncio.repr(error)}`];

  const fails = asyncio.coroutine(async function fails(name: string, seconds: number) {
    await asyncio.sleep(seconds);
    throw new asyncio.ValueError(name);
  });

  const inner = asyncio.coroutine(async function inner(name: string) {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(fails(`${name} 1`, 1));
      group.create_task(fails(`${name} 2`, 1));
    });
  });

  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(inner('a'));
      group.create_task(inner('b'));
      group.create_task(fails('c', 1));
    });
  } catch (error) {
    if (!(error instanceof asyncio.ExceptionGroup)) throw error;
    for (const leaf of leaves(error)) trace('leaf', leaf);
    const renamed = new asyncio.ExceptionGroup('all', [new asyncio.KeyError('first'), error]);
    trace('counted', leaves(renamed).length, renamed.exceptions.length, asyncio.str(renamed));
  }
  let group = new asyncio.ExceptionGroup('0', [new asyncio.ValueError('innermost')]);
  for (let depth = 1; depth < 60; depth++) group = new asyncio.ExceptionGroup(String(depth), [group]);
  const count = asyncio.repr(group).split('ExceptionGroup').length - 1;
  trace('deep', leaves(group).length, count, asyncio.str(group.subgroup(asyncio.ValueError)));
  trace('nothing at the bottom', group.subgroup(asyncio.KeyError), group.split(asyncio.ValueError)[1]);
});
