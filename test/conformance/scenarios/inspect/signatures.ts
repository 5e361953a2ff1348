// The signature of a function names its parameters with their kinds and defaults; of a method, without self.
// Not in helpers style (TypeScript's helpers keep no signatures).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { inspect } = asyncio;

  const plain = (a: unknown, b = 1, ...args: unknown[]): void => {
    void [a, b, args];
  };

  const work = asyncio.coroutine(async (name: string, delay = 0.5, done = true) => {
    void [name, delay, done];
  });

  const letters = asyncio.asyncgen(async function* (first = 'a') {
    yield first;
  });

  class Worker {
    constructor(name: string, size: number | null = null) {
      void [name, size];
    }

    @asyncio.coroutine
    async method(value: unknown, limit = -1): Promise<void> {
      void [value, limit];
    }
  }

  const worker = new Worker('w');
  for (const each of [plain, work, letters, Worker, worker.method, () => null, (x: unknown) => x]) {
    const signature = inspect.signature(each);
    trace('signature', asyncio.str(signature));
    trace(
      'parameters',
      Object.values(signature.parameters).map((parameter) => parameter.name),
    );
  }
  const { parameters } = inspect.signature(plain);
  trace(
    'kinds',
    Object.values(parameters).map((parameter) => parameter.kind.name),
  );
  trace('default', parameters.b!.default, parameters.a!.default === inspect.Parameter.empty);
  trace('repr', parameters.b, inspect.signature(plain));
  for (const wrong of [42, null, 'text']) {
    try {
      inspect.signature(wrong);
    } catch (error) {
      trace('refused', error);
    }
  }
});
