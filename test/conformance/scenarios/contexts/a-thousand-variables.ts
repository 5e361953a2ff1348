// A context holds many variables; its copies keep the values of their time.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { ContextVar, copy_context } = asyncio.contextvars;
  const variables = Array.from({ length: 1000 }, (_, i) => new ContextVar<number>(`v${String(i)}`, { default: -1 }));
  const sum = (numbers: Iterable<unknown>): number => [...numbers].reduce<number>((a, b) => a + (b as number), 0);
  const total = (): number => sum(variables.map((variable) => variable.get()));
  variables.forEach((variable, i) => {
    if (i % 2 === 0) variable.set(i);
  });
  const before = copy_context();

  const changes = asyncio.coroutine(async () => {
    variables.forEach((variable, i) => {
      if (i % 3 === 0) variable.set(0);
    });
    await asyncio.sleep(0.25);
    return [total(), copy_context().__len__()] as const;
  });

  trace('inside', await asyncio.create_task(changes()));
  trace('outside', total(), before.__len__(), sum(before.values()));
  const tokens = variables.map((variable) => variable.set(7));
  trace('set', total(), copy_context().__len__());
  variables.forEach((variable, i) => {
    variable.reset(tokens[i]!);
  });
  trace('reset', total(), copy_context().__len__());
});
