// The parts of a group keep its cause, its context and its notes; the notes are copies.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const inner = new asyncio.ExceptionGroup('inner', [new asyncio.KeyError('k'), new asyncio.ValueError('v')]);
  inner.add_note('of the inner');
  const group = new asyncio.ExceptionGroup('outer', [inner, new asyncio.TypeError('t')]);
  group.__cause__ = new asyncio.OSError('cause');
  group.__context__ = new asyncio.RuntimeError('context');
  group.add_note('first');
  group.add_note('second');

  const show = (label: string, one: asyncio.BaseExceptionGroup): void => {
    trace(label, one, one.__cause__, one.__context__, one.__suppress_context__, one.__notes__);
  };

  const [match, rest] = group.split(asyncio.KeyError) as [asyncio.ExceptionGroup, asyncio.ExceptionGroup];
  const innerMatch = match.exceptions[0] as asyncio.ExceptionGroup;
  const innerRest = rest.exceptions[0] as asyncio.ExceptionGroup;
  show('match', match);
  show('rest', rest);
  show('inner match', innerMatch);
  show('whole', group);
  match.add_note('only here');
  innerRest.add_note('only there');
  show('match', match);
  show('whole', group);
  trace('inner', inner.__notes__, innerRest.__notes__);
  show('derived by hand', group.derive([new asyncio.ValueError('new')]));
  const plain = new asyncio.ExceptionGroup('plain', [new asyncio.KeyError('k'), new asyncio.ValueError('v')]);
  show('without a history', plain.subgroup(asyncio.ValueError)!);
  trace('no notes', Object.hasOwn(plain, '__notes__'), Object.hasOwn(plain.subgroup(asyncio.KeyError)!, '__notes__'));
  for (const wrong of [5, null] as never[]) {
    try {
      plain.add_note(wrong);
    } catch (error) {
      trace('wrong', error);
    }
  }
});
