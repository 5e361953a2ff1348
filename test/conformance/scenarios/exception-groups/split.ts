// A group is divided by a class, by several, or by a function; the halves keep the nesting.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const value = new asyncio.ValueError('v');
  const key = new asyncio.KeyError('k');
  const base = new asyncio.IndexError('i');
  const deep = new asyncio.ExceptionGroup('deep', [base, new asyncio.TypeError('t')]);
  const group = new asyncio.ExceptionGroup('outer', [value, new asyncio.ExceptionGroup('inner', [key, deep])]);

  const conditions: [string, asyncio.ExceptionCondition][] = [
    ['a class', asyncio.ValueError],
    ['a base class', asyncio.LookupError],
    ['several', [asyncio.KeyError, asyncio.TypeError]],
    ['none of them', asyncio.OSError],
    ['no class at all', []],
    ['all', asyncio.Exception],
    ['groups', asyncio.ExceptionGroup],
    ['a function', (error) => error === base || error === value],
    ['a group by a function', (error) => (error as { message?: string }).message === 'deep'],
    ['never', () => null],
  ];
  for (const [label, condition] of conditions) {
    const [match, rest] = group.split(condition);
    trace(label, match, rest);
    trace('subgroup', asyncio.repr(group.subgroup(condition)) === asyncio.repr(match), match === group, rest === group);
  }

  const [match, rest] = group.split(asyncio.LookupError);
  const inner = match!.exceptions[0] as asyncio.ExceptionGroup;
  trace('the same leaves', inner.exceptions[0] === key, rest!.exceptions[0] === value);
  for (const wrong of [5, null, 'text', [5], [asyncio.ValueError, 5], Number] as never[]) {
    try {
      group.split(wrong);
    } catch (error) {
      trace('wrong', error);
    }
  }
});
