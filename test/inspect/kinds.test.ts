import { createContext, runInContext } from 'node:vm';
import * as asyncio from 'asyncio-ts';

const { iscoroutinefunction, isgeneratorfunction, isasyncgenfunction, markcoroutinefunction } = asyncio.inspect;

/** Which of the three questions are answered yes. */
function kinds(value: unknown): string {
  const answers = [
    iscoroutinefunction(value) && 'coroutine',
    isgeneratorfunction(value) && 'generator',
    isasyncgenfunction(value) && 'asyncgen',
  ];
  return answers.filter(Boolean).join(' ');
}

function plain(): number {
  return 1;
}
function* generator(): Generator<number> {
  yield 1;
}
async function native(): Promise<number> {
  return 1;
}
async function* nativeGenerator(): AsyncGenerator<number> {
  yield 1;
}

class Service {
  static async start(): Promise<void> {}
  async stop(): Promise<void> {}
  *lines(): Generator<number> {
    yield 1;
  }
  name(): string {
    return 'service';
  }
}

describe('the kind of a function', () => {
  test.each<[string, unknown, string]>([
    ['an ordinary function', plain, ''],
    ['a generator function', generator, 'generator'],
    ['a native async function', native, 'coroutine'],
    ['a native async generator function', nativeGenerator, 'asyncgen'],
    ['an async arrow', async () => 1, 'coroutine'],
    ['an async method', new Service().stop, 'coroutine'],
    ['a static async method', Service.start, 'coroutine'],
    ['a generator method', new Service().lines, 'generator'],
    ['an ordinary method', new Service().name, ''],
    ['a wrapped async function', asyncio.coroutine(native), 'coroutine'],
    [
      'a wrapped generator function',
      asyncio.coroutine(function* () {
        yield* asyncio.sleep(0);
      }),
      'coroutine',
    ],
    ['a wrapped ordinary function', asyncio.coroutine(() => Promise.resolve(1)), 'coroutine'],
    [
      'an asyncgen of a generator function',
      asyncio.asyncgen(function* () {
        yield asyncio.yield_(1);
      }),
      'asyncgen',
    ],
    ['an asyncgen of a native one', asyncio.asyncgen(nativeGenerator), 'asyncgen'],
    ['a class', Service, ''],
    ['a function of the host', Math.max, ''],
    ['the function that makes async functions', native.constructor, ''],
    ['a number', 1, ''],
    ['null', null, ''],
    ['an object that feigns a tag', { [Symbol.toStringTag]: 'AsyncFunction' }, ''],
  ])('%s', (_, value, expected) => {
    expect(kinds(value)).toBe(expected);
  });

  test('a bound function is of the kind of its function, however often it is bound', () => {
    const wrapped = asyncio.coroutine(native);
    const asyncgen = asyncio.asyncgen(nativeGenerator);
    const functions = [plain, generator, native, nativeGenerator, wrapped, asyncgen];
    for (const fn of functions) {
      const bound = (fn as (...args: never[]) => unknown).bind(null);
      expect([kinds(bound), kinds(bound.bind(null))]).toEqual([kinds(fn), kinds(fn)]);
    }
  });

  test('functions of another realm are known as well', () => {
    const other = createContext();
    expect(kinds(runInContext('(async () => 1)', other))).toBe('coroutine');
    expect(kinds(runInContext('(function* () {})', other))).toBe('generator');
    expect(kinds(runInContext('(async function* () {})', other))).toBe('asyncgen');
  });

  test('a function that only returns a coroutine is none', () => {
    const wrapped = asyncio.coroutine(native);
    expect(kinds(() => wrapped())).toBe('');
  });
});

describe('markcoroutinefunction', () => {
  test('marks the function itself and returns it', () => {
    const fn = (): Promise<number> => Promise.resolve(1);
    expect(markcoroutinefunction(fn)).toBe(fn);
    expect(kinds(fn)).toBe('coroutine');
  });

  test('the mark survives binding', () => {
    const fn = markcoroutinefunction(function (this: unknown) {
      return Promise.resolve(this);
    });
    expect(kinds(fn.bind(1))).toBe('coroutine');
  });

  test('what the function was before, it stays', () => {
    function* marked(): Generator<number> {
      yield 1;
    }
    async function* markedToo(): AsyncGenerator<number> {
      yield 1;
    }
    expect(kinds(markcoroutinefunction(marked))).toBe('coroutine generator');
    expect(kinds(markcoroutinefunction(markedToo))).toBe('coroutine asyncgen');
    expect(kinds(markcoroutinefunction(asyncio.asyncgen(nativeGenerator)))).toBe('coroutine asyncgen');
    expect([...marked()]).toEqual([1]);
  });

  test('other functions of the kind are not touched', () => {
    markcoroutinefunction(() => 1);
    markcoroutinefunction(asyncio.asyncgen(nativeGenerator));
    expect([kinds(() => 1), kinds(asyncio.asyncgen(nativeGenerator))]).toEqual(['', 'asyncgen']);
  });

  test('a class can be marked, and extended after that', () => {
    class Marked {
      readonly value: number = 1;
    }
    expect(kinds(markcoroutinefunction(Marked))).toBe('coroutine');
    class Derived extends Marked {}
    markcoroutinefunction(Derived);
    expect(new Derived().value).toBe(1);
  });

  test('asyncio.iscoroutinefunction knows the mark', () => {
    expect(asyncio.iscoroutinefunction(markcoroutinefunction(() => Promise.resolve()))).toBe(true);
  });

  test.each<[string, unknown]>([
    ['a number', 1],
    ['a function of the host', Math.max],
    ['a frozen function', Object.freeze(() => 1)],
  ])('%s cannot be marked', (_, value) => {
    expect(() => markcoroutinefunction(value as () => unknown)).toThrow(asyncio.AttributeError);
  });
});
