// Variables and tokens refuse wrong arguments with CPython's words.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { Context, ContextVar, Token } = asyncio.contextvars;
  const variable = new ContextVar<number>('var', { default: 1 });
  type Loose = (...args: unknown[]) => unknown;
  type LooseClass = new (...args: unknown[]) => unknown;
  const attempts: Record<string, () => unknown> = {
    'no name': () => new (ContextVar as unknown as LooseClass)(),
    name: () => new ContextVar(42 as never),
    keyword: () => new ContextVar('x', { unknown: 1 } as never),
    get: () => (variable.get as Loose).call(variable, 1, 2),
    set: () => (variable.set as Loose).call(variable),
    'set two': () => (variable.set as Loose).call(variable, 1, 2),
    reset: () => (variable.reset as Loose).call(variable),
    'reset text': () => {
      variable.reset('token' as never);
    },
    token: () => new (Token as unknown as LooseClass)(),
    context: () => new (Context as LooseClass)(1),
    run: () => (new Context().run as Loose).call(new Context()),
    'context get': () => (new Context().get as Loose).call(new Context()),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      attempt();
      trace(name, 'went well');
    } catch (error) {
      trace(name, error);
    }
  }
});
