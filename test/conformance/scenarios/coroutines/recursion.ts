// Coroutines call themselves and each other.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const even: (n: number) => asyncio.Coroutine<boolean> = asyncio.coroutine(async (n: number): Promise<boolean> => {
    return n === 0 ? true : await odd(n - 1);
  });

  const odd: (n: number) => asyncio.Coroutine<boolean> = asyncio.coroutine(async (n: number): Promise<boolean> => {
    return n === 0 ? false : await even(n - 1);
  });

  const fibonacci = asyncio.coroutine(async (n: number): Promise<number> => {
    if (n < 2) return n;
    await asyncio.sleep(0);
    const [a, b] = await asyncio.gather(fibonacci(n - 1), fibonacci(n - 2));
    return a + b;
  });

  trace('even', await even(10), await even(7));
  trace('fibonacci', await fibonacci(9));
});
