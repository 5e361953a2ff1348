// A subclass whose parts are to be of its kind says how they are made.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  class Plain extends asyncio.ExceptionGroup {}

  class Coded extends asyncio.ExceptionGroup {
    code = 0;

    override derive(exceptions: readonly Error[]): asyncio.BaseExceptionGroup {
      const derived = new Coded(this.message, exceptions);
      derived.code = this.code;
      return derived;
    }
  }

  const show = (label: string, group: asyncio.BaseExceptionGroup | null): void => {
    trace(label, group!.constructor.name, group, (group as { readonly code?: number } | null)?.code);
  };

  const errors = [new asyncio.ValueError('v'), new asyncio.KeyError('k')];
  const coded = new Coded('coded', errors);
  coded.code = 7;
  const outer = new asyncio.ExceptionGroup('outer', [coded, new asyncio.TypeError('t')]);
  for (const group of [new Plain('plain', errors), coded, outer]) {
    for (const part of group.split(asyncio.ValueError)) show('part', part);
  }
  show('by hand', coded.derive([new asyncio.OSError('new')]));
  show('of a plain one', new Plain('plain', errors).derive([new asyncio.CancelledError()]));

  class Wrong extends asyncio.ExceptionGroup {
    override derive(exceptions: readonly Error[]): asyncio.BaseExceptionGroup {
      return exceptions[0] as asyncio.BaseExceptionGroup;
    }
  }

  try {
    new Wrong('wrong', errors).split(asyncio.ValueError);
  } catch (error) {
    trace('wrong', error);
  }
  try {
    throw coded;
  } catch (error) {
    asyncio.except_star(
      error,
      [asyncio.KeyError, (group) => show('except*', group)],
      [asyncio.ValueError, (group) => show('the rest', group)],
    );
  }
});
