// Variables, tokens and contexts show their names and states.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { Context, ContextVar, Token } = asyncio.contextvars;
  const bare = new ContextVar<number>('bare');
  const full = new ContextVar<string[]>("it's", { default: ['default'] });
  trace('variables', bare, full);
  const token = bare.set(1);
  trace('token', token);
  bare.reset(token);
  trace('used', token);
  trace('missing', Token.MISSING, token.old_value === Token.MISSING);
  const wrongs = [() => bare.reset(token), () => full.reset(bare.set(2) as never), () => bare.reset(42 as never)];
  for (const wrong of wrongs) {
    try {
      wrong();
    } catch (error) {
      trace('error', error);
    }
  }
  try {
    new ContextVar('absent').get();
  } catch (error) {
    trace('absent', error);
  }
  try {
    new Context().__getitem__(bare);
  } catch (error) {
    trace('absent', error);
  }
});
