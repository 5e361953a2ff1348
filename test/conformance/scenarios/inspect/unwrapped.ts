// unwrap follows __wrapped__ to the innermost function, and doesn't run in circles.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { inspect } = asyncio;

  const work = (value: unknown, delay = 1): void => {
    void [value, delay];
  };

  const outer = (...args: unknown[]): void => {
    void args;
  };

  const outermost = (...args: unknown[]): void => {
    void args;
  };

  Object.assign(outer, { __wrapped__: work });
  Object.assign(outermost, { __wrapped__: outer });
  trace('unwrapped', inspect.unwrap(outermost) === work, inspect.unwrap(work) === work);
  trace('stopped', inspect.unwrap(outermost, { stop: (f: unknown) => f === outer }) === outer);
  trace('signature', asyncio.str(inspect.signature(outermost)));
  trace('own', asyncio.str(inspect.signature(outermost, { follow_wrapped: false })));
  Object.assign(work, { __wrapped__: outermost });
  try {
    inspect.unwrap(outermost);
  } catch (error) {
    trace('circle', asyncio.str(error).startsWith('wrapper loop when unwrapping'));
  }
});
