// What the clauses raise comes together with what nobody took.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  type Clause = ['value' | 'key', (group: asyncio.BaseExceptionGroup) => void];

  const handle = (label: string, thrown: Error, ...clauses: Clause[]): void => {
    const act = (kind: string, group: asyncio.BaseExceptionGroup): void => {
      for (const [name, action] of clauses) if (name === kind) action(group);
    };

    try {
      try {
        throw thrown;
      } catch (error) {
        asyncio.except_star(
          error,
          [asyncio.ValueError, (group) => act('value', group)],
          [asyncio.KeyError, (group) => act('key', group)],
        );
      }
      trace(label);
    } catch (left) {
      trace(label, left, (left as asyncio.Exception).__context__);
      if (left instanceof asyncio.ExceptionGroup && left !== thrown) {
        trace(
          'contexts',
          left.exceptions.map((one) => (one as asyncio.Exception).__context__),
        );
      }
    }
  };

  const fail = (error: Error) => (): void => {
    throw error;
  };

  const { ExceptionGroup, ValueError, KeyError, TypeError, OSError, IndexError } = asyncio;
  const eg = (): Error => new ExceptionGroup('eg', [new ValueError(1), new KeyError(2)]);
  const three = (): Error => new ExceptionGroup('eg', [new ValueError(1), new KeyError(2), new TypeError(3)]);
  const both = (): Clause[] => [
    ['value', fail(new OSError('new'))],
    ['key', fail(new IndexError('other'))],
  ];

  handle('one raises', eg(), ['value', fail(new OSError('new'))]);
  handle('both raise', eg(), ...both());
  handle('one raises, one is left', three(), ['key', fail(new OSError('new'))]);
  handle('both raise, one is left', three(), ...both());
  handle('a group', three(), ['value', fail(new ExceptionGroup('new', [new OSError(1), new OSError(2)]))]);
  handle('of a single one', new ValueError('single'), ['value', fail(new OSError('new'))]);
  handle('a single one is taken', new KeyError('single'), ['key', () => {}]);
});
