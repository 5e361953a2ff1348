// Tasks that make tasks run generation by generation.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const person: (name: string, generations: number) => asyncio.Coroutine<void> = asyncio.coroutine(
    async (name: string, generations: number) => {
      trace('is born', name);
      const children: asyncio.Task<void>[] = [];
      if (generations > 0) {
        for (let i = 0; i < 2; i++) children.push(asyncio.create_task(person(`${name}.${String(i)}`, generations - 1)));
      }
      for (const child of children) await child;
      trace('is done', name);
    },
  );

  await asyncio.create_task(person('a', 2));
});
