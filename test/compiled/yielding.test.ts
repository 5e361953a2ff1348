/** What compiled asynchronous generators yield. */
import * as asyncio from 'asyncio-ts';
import * as _asyncio from 'asyncio-ts/compiled';
import { BREAK, forAwait } from '../support/compiled';
import { errorText, failOnNoise, settled } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

const run = <T>(main: asyncio.Coroutine<T>): Promise<T> => asyncio.run(main, { loop_factory: () => virtualLoop() });

const seen: unknown[] = [];

failOnNoise();
beforeEach(() => {
  seen.length = 0;
});

/** Takes steps, each given as the name of a method and its argument. */
const steps = _asyncio.coroutine(function* (
  make: () => unknown,
  moves: [string, unknown?][],
): Generator<unknown, void> {
  const generator = make() as any;
  for (const [method, argument] of moves) {
    try {
      seen.push(yield argument === undefined ? generator[method]() : generator[method](argument));
    } catch (error) {
      seen.push(errorText(error));
    }
  }
}) as (make: () => unknown, moves: [string, unknown?][]) => asyncio.Coroutine<unknown>;

describe('yield', () => {
  test('awaits a promise first; its error is one of the yield', async () => {
    const generator = _asyncio.asyncgen(function* (): Generator<unknown, void> {
      const sent = yield _asyncio.yield_(Promise.resolve(1));
      try {
        yield _asyncio.yield_(Promise.reject(new asyncio.ValueError('v')));
      } catch (error) {
        yield _asyncio.yield_([errorText(error), sent]);
      }
    });
    await run(steps(generator, [['__anext__'], ['asend', 'sent'], ['__anext__']]));
    expect(seen).toEqual([1, ['ValueError: v', 'sent'], 'StopAsyncIteration']);
  });

  test('can be cancelled while it waits for the promise, and goes on', async () => {
    const generator = _asyncio.asyncgen(function* (): Generator<unknown, void> {
      try {
        yield _asyncio.yield_(new Promise(() => {}));
      } catch (error) {
        yield _asyncio.yield_(asyncio.repr(error));
      }
    });
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown> {
      const task = asyncio.create_task(generator().__anext__());
      yield asyncio.sleep(1);
      task.cancel();
      return yield task;
    });
    expect(await run(main())).toBe('CancelledError()');
  });

  test('gives what is awaitable in Python as it is', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown> {
      const future = asyncio.get_running_loop().create_future();
      const generator = _asyncio.asyncgen(function* (): Generator<unknown, void> {
        yield _asyncio.yield_(future);
      });
      return (yield generator().__anext__()) === future;
    });
    expect(await run(main())).toBe(true);
  });

  test('a thousand values need one coroutine for each step alone', async () => {
    const made: unknown[] = [];
    const generator = _asyncio.asyncgen(function* (): Generator<unknown, void> {
      for (let i = 0; i < 1000; i++) yield _asyncio.yield_(i);
    });
    const main = _asyncio.coroutine(function* (): Generator<unknown, void> {
      for (const values = generator(); made.length < 1000;) made.push(yield values.__anext__());
    });
    await run(main());
    expect(made.at(-1)).toBe(999);
  });
});

describe('JavaScript’s protocol, for code that steps by hand', () => {
  const echo = _asyncio.asyncgen(function* (): Generator<unknown, void> {
    let sent: unknown = 'first';
    for (;;) {
      try {
        sent = yield _asyncio.yield_(sent);
      } catch (error) {
        if (!(error instanceof asyncio.ValueError)) throw error;
        sent = errorText(error);
      }
    }
  });

  test('next, throw and return', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown[]> {
      const it = echo() as any;
      const results = [yield it.next('ignored'), yield it.next('sent'), yield it.throw(new asyncio.ValueError('v'))];
      return [...results, yield it.return(Promise.resolve('r')), yield it.next(), yield echo().aclose()];
    });
    const value = (what: unknown) => ({ done: false, value: what });
    expect(await run(main())).toEqual([
      ...[value('first'), value('sent'), value('ValueError: v')],
      ...[{ done: true, value: 'r' }, { done: true, value: undefined }, null],
    ]);
  });

  test('an object whose [Symbol.asyncIterator] is compiled can be iterated', async () => {
    const object = { [Symbol.asyncIterator]: echo };
    const main = _asyncio.coroutine(function* (): Generator<unknown, void> {
      yield* forAwait(object, function* (x) {
        seen.push(x);
        return BREAK;
      });
      const native = async () => {
        for await (const x of object as unknown as AsyncIterable<unknown>) {
          seen.push(x);
          break;
        }
      };
      yield asyncio.coroutine(native)();
    });
    await run(main());
    expect(seen).toEqual(['first', 'first']);
  });
});

describe('yield*', () => {
  const inner = (log: (what: unknown) => void) =>
    _asyncio.asyncgen(function* inner(): Generator<unknown, void> {
      try {
        for (let i = 0; ; i++) {
          try {
            log(['sent', yield _asyncio.yield_(i)]);
          } catch (error) {
            log(errorText(error));
            if (!(error instanceof asyncio.ValueError)) throw error;
          }
        }
      } finally {
        yield asyncio.sleep(1);
        log('finally');
      }
    });
  const outer = (iterable: () => unknown) =>
    _asyncio.asyncgen(function* outer(): Generator<unknown, void> {
      try {
        seen.push(['result', yield* _asyncio.delegate(iterable())]);
      } catch (error) {
        seen.push(`outer ${errorText(error)}`);
        throw error;
      }
    });

  test('sends and raises in one of ours', async () => {
    const log = (what: unknown) => void seen.push(what);
    const moves: [string, unknown?][] = [
      ['__anext__'],
      ['asend', 'x'],
      ['athrow', new asyncio.ValueError('v')],
      ['athrow', new asyncio.KeyError('k')],
      ['__anext__'],
    ];
    await run(steps(outer(inner(log)), moves));
    expect(seen).toEqual([
      ...[0, ['sent', 'x'], 1, 'ValueError: v', 2, "KeyError: 'k'"],
      ...['finally', "outer KeyError: 'k'", "KeyError: 'k'", 'StopAsyncIteration'],
    ]);
  });

  test('closes one of ours when it is closed, and waits for that', async () => {
    const log = (what: unknown) => void seen.push(what);
    await run(steps(outer(inner(log)), [['__anext__'], ['aclose']]));
    expect(seen).toEqual([0, 'GeneratorExit', 'finally', 'outer GeneratorExit', null]);
  });

  test('over Python’s bare protocol', async () => {
    const countdown = () => {
      let n = 2;
      const iterator = {
        __aiter__: () => iterator,
        __anext__: asyncio.coroutine(async () => {
          if (n === 0) throw new asyncio.StopAsyncIteration();
          return n--;
        }),
      };
      return iterator;
    };
    await run(steps(outer(countdown), [['__anext__'], ['asend', 'ignored'], ['__anext__']]));
    expect(seen).toEqual([2, 1, ['result', undefined], 'StopAsyncIteration']);
    seen.length = 0;
    await run(steps(outer(countdown), [['__anext__'], ['athrow', new asyncio.ValueError('v')]]));
    expect(seen).toEqual([2, 'outer ValueError: v', 'ValueError: v']);
  });

  test('over synchronous iterables, whose values are awaited', async () => {
    const iterable = function* (): Generator<unknown, unknown> {
      try {
        seen.push(['sent', yield Promise.resolve(1)]);
        yield asyncio.sleep(1, 'slept');
        return 'result';
      } finally {
        seen.push('finally');
      }
    };
    await run(steps(outer(iterable), [['__anext__'], ['asend', 's'], ['__anext__']]));
    expect(seen).toEqual([1, ['sent', 's'], 'slept', 'finally', ['result', 'result'], 'StopAsyncIteration']);
    seen.length = 0;
    await run(steps(outer(iterable), [['__anext__'], ['aclose']]));
    expect(seen).toEqual([1, 'finally', 'outer GeneratorExit', null]);
    seen.length = 0;
    await run(
      steps(
        outer(() => [Promise.reject(new asyncio.ValueError('v'))]),
        [['__anext__']],
      ),
    );
    expect(seen).toEqual(['outer ValueError: v', 'ValueError: v']);
  });

  /** What both do with a native iterator, ours and the language's own. */
  test.each([
    ['a generator', {}],
    ['no throw', { throw: undefined }],
    ['no return', { return: undefined }],
    ['neither', { throw: undefined, return: undefined }],
    ['a next that gives no object', { next: () => 3 }],
    ['no throw, and a return that gives no object', { throw: undefined, return: () => 3 }],
  ])('over a JavaScript iterator, natively the same: %s', async (_what, more) => {
    const source = () => {
      async function* values(): AsyncGenerator<unknown, unknown> {
        for (let i = 0; i < 3; i++) {
          try {
            seen.push(['sent', yield i]);
          } catch (error) {
            seen.push(errorText(error));
          }
        }
        return 'result';
      }
      const generator: any = values();
      return {
        [Symbol.asyncIterator]: () => ({
          next: (x: unknown) => generator.next(x),
          throw: (error: unknown) => generator.throw(error),
          return: async (x: unknown) => {
            seen.push('return');
            return generator.return(x);
          },
          ...more,
        }),
      };
    };
    async function* native(): AsyncGenerator<unknown, void> {
      try {
        seen.push(['result', yield* source() as AsyncIterable<unknown>]);
      } catch (error) {
        seen.push(`outer ${errorText(error)}`);
        throw error;
      }
    }
    const error = new asyncio.ValueError('v');
    const generator = native();
    for (const move of [() => generator.next(), () => generator.next('x'), () => generator.throw(error)]) {
      // Python doesn't raise in a generator that has ended.
      if (seen.includes('None')) break;
      seen.push(await settled(move().then(({ value }) => value)));
    }
    const expected = seen.splice(0);
    const found: unknown[] = [];
    const ours = outer(source)() as any;
    const moves = [() => ours.__anext__(), () => ours.asend('x'), () => ours.athrow(error)];
    const main = asyncio.coroutine(async () => {
      for (const move of moves) {
        if (seen.includes('None')) break;
        seen.push((await settled(move)).replace(/^StopAsyncIteration$/, 'None'));
      }
      // The end of the loop closes what is left.
      found.push(...seen);
    });
    await run(main());
    const plain = (items: unknown[]) => items.map((item) => String(item).replace('undefined', 'None'));
    expect(plain(found)).toEqual(plain(expected));
  });
});
