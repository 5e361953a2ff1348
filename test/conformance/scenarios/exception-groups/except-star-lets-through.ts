// What a clause lets through takes its old place among what nobody took.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const handle = (label: string, thrown: Error): void => {
    try {
      try {
        throw thrown;
      } catch (error) {
        asyncio.except_star(
          error,
          [
            asyncio.ValueError,
            (group) => {
              trace('sees', group);
              throw group;
            },
          ],
          [asyncio.KeyError, () => {}],
        );
      }
    } catch (left) {
      trace(label, left, left === thrown);
    }
  };

  const value = new asyncio.ValueError('v');
  const key = new asyncio.KeyError('k');
  const kind = new asyncio.TypeError('t');
  const group = (...errors: Error[]): Error => new asyncio.ExceptionGroup('eg', errors);
  handle('only what it let through', group(key, value));
  handle('and what was left', group(kind, key, value));
  const inner = new asyncio.ExceptionGroup('in', [key, kind, new asyncio.ValueError('w')]);
  handle('in its place', group(value, inner, kind));
  handle('all', group(value, kind));
  handle('whole', group(value));
  handle('single', value);

  try {
    asyncio.except_star(
      group(value, key, kind),
      [
        asyncio.ValueError,
        (part) => {
          throw part;
        },
      ],
      [
        asyncio.KeyError,
        () => {
          throw new asyncio.OSError('new');
        },
      ],
    );
  } catch (left) {
    trace('with a new one', left);
  }
});
