// A function that picks is asked about the group, then about what is in it, and never below a yes.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const leaves = [new asyncio.ValueError('a'), new asyncio.KeyError('b'), new asyncio.TypeError('c')] as const;
  const group = new asyncio.ExceptionGroup('outer', [
    leaves[0],
    new asyncio.ExceptionGroup('inner', leaves.slice(1)),
    new asyncio.ExceptionGroup('last', [leaves[0]]),
  ]);

  const messageOf = (error: Error): string | null => (error instanceof asyncio.ExceptionGroup ? error.message : null);

  const ask = (label: string, answer: (error: Error) => unknown): void => {
    const asked: string[] = [];

    const condition = (error: Error): unknown => {
      asked.push(messageOf(error) ?? asyncio.repr(error));
      return answer(error);
    };

    trace(label, group.subgroup(condition));
    trace('asked', asked);
  };

  ask('nothing', () => false);
  ask('all', () => true);
  ask('a group', (error) => messageOf(error) === 'inner');
  ask('one', (error) => error === leaves[0]);
  ask('values that count as true', (error) => (error === leaves[0] ? [] : [error]));

  const fails = (error: Error): void => {
    if (error === leaves[1]) throw new asyncio.RuntimeError('while asking');
  };

  try {
    group.split(fails);
  } catch (error) {
    trace('failed', error);
  }
});
