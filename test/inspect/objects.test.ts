import { createContext, runInContext } from 'node:vm';
import * as asyncio from 'asyncio-ts';

const { isasyncgen, isawaitable, iscoroutine, isgenerator } = asyncio.inspect;

function* generator(): Generator<number> {
  yield 1;
}
async function* nativeGenerator(): AsyncGenerator<number> {
  yield 1;
}
const native = asyncio.coroutine(async () => 1);
const stepped = asyncio.coroutine(function* () {
  yield* asyncio.sleep(0);
});
const count = asyncio.asyncgen(function* () {
  yield asyncio.yield_(1);
});

/** Which of the four questions are answered yes. */
function kinds(value: unknown): string {
  const answers = [
    iscoroutine(value) && 'coroutine',
    isgenerator(value) && 'generator',
    isasyncgen(value) && 'asyncgen',
    isawaitable(value) && 'awaitable',
  ];
  return answers.filter(Boolean).join(' ');
}

/** Makes an object, asks, and lets go of it if it is a coroutine. */
function kindsOf(make: () => unknown): string {
  const value = make();
  const answer = kinds(value);
  if (value instanceof asyncio.Coroutine) value.close();
  return answer;
}

describe('what an object is', () => {
  test.each<[string, () => unknown, string]>([
    ['a coroutine with a native body', () => native(), 'coroutine awaitable'],
    ['a coroutine with a generator body', () => stepped(), 'coroutine awaitable'],
    ['a coroutine of the library', () => asyncio.sleep(0), 'coroutine awaitable'],
    ['a generator', () => generator(), 'generator'],
    ['an iterator that is no generator', () => [1].values(), ''],
    ['a native asynchronous generator', () => nativeGenerator(), 'asyncgen'],
    ['an asynchronous generator of the library', () => count(), 'asyncgen'],
    ['one made of a native one', () => asyncio.asyncgen(nativeGenerator)(), 'asyncgen'],
    ['a step of one', () => count().asend(null), 'awaitable'],
    ['a promise', () => Promise.resolve(1), 'awaitable'],
    ['a thenable', () => ({ then: () => undefined }), 'awaitable'],
    ['a callable thenable', () => Object.assign(() => 1, { then: () => undefined }), 'awaitable'],
    ['an object with __await__', () => ({ __await__: () => [].values() }), 'awaitable'],
    ['an object with something else called then', () => ({ then: 1 }), ''],
    ['a coroutine function', () => native, ''],
    ['a generator function', () => generator, ''],
    ['an object that only claims to be a generator', () => ({ [Symbol.toStringTag]: 'Generator' }), ''],
    ['an object that only claims to be an asynchronous one', () => ({ [Symbol.toStringTag]: 'AsyncGenerator' }), ''],
    ['a number', () => 1, ''],
    ['a string', () => 'then', ''],
    ['null', () => null, ''],
    ['undefined', () => undefined, ''],
  ])('%s', (_, make, expected) => {
    expect(kindsOf(make)).toBe(expected);
  });

  test('generators of another realm are known as well', () => {
    const other = createContext();
    expect(kinds(runInContext('(function* () {})()', other))).toBe('generator');
    expect(kinds(runInContext('(async function* () {})()', other))).toBe('asyncgen');
  });

  test('futures and tasks are awaitable, and no coroutines', async () => {
    const main = asyncio.coroutine(function* () {
      const future = new asyncio.Future();
      const task = asyncio.create_task(stepped());
      const answer = [kinds(future), kinds(task)];
      yield* task;
      return answer;
    });
    expect(await asyncio.run(main())).toEqual(['awaitable', 'awaitable']);
  });

  test('asking does not read `then` of what has __await__', () => {
    let reads = 0;
    const object = {
      __await__: () => [].values(),
      get then() {
        reads += 1;
        return undefined;
      },
    };
    expect([isawaitable(object), reads]).toEqual([true, 0]);
  });

  test('asking starts nothing', () => {
    const steps: string[] = [];
    const coroutine = asyncio.coroutine(function* () {
      steps.push('ran');
      yield* asyncio.sleep(0);
    })();
    expect(kinds(coroutine)).toBe('coroutine awaitable');
    coroutine.close();
    expect(steps).toEqual([]);
  });
});
