// A signature sorts the arguments of a call to its parameters, and refuses a call that doesn't fit.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { inspect } = asyncio;

  const fn = (a: unknown, b = 1, ...args: unknown[]): void => {
    void [a, b, args];
  };

  const signature = inspect.signature(fn);
  const bound = signature.bind(10);
  trace('bound', bound, bound.arguments);
  bound.apply_defaults();
  trace('defaults', bound, [...bound.args], bound.kwargs);
  trace('more', [...signature.bind(1, 2, 3, 4).args], signature.bind({ b: 2, a: 1 }).arguments);
  trace('partial', signature.bind_partial(), signature.bind_partial({ b: 5 }).arguments);
  const attempts: Record<string, () => unknown> = {
    nothing: () => signature.bind(),
    keyword: () => signature.bind(1, { c: 2 }),
    twice: () => signature.bind(1, { a: 2 }),
    'too many': () => inspect.signature((x: unknown) => x).bind(1, 2),
    'none taken': () => inspect.signature(() => null).bind(1),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      attempt();
    } catch (error) {
      trace(name, error);
    }
  }
});
