/**
 * The protocol of the steps: what `asend`, `athrow` and `aclose` do when they are stepped by hand. The expected texts are
 * what CPython 3.14 printed for the same program.
 */
import * as asyncio from 'asyncio-ts';
import { outcome } from '../support/outcomes';
import { Pause, collected } from '../support/stepping';

const { getasyncgenstate } = asyncio.inspect;

const pause = (name: string) => asyncio.await_(new Pause(name));

/** Steps an awaitable to its end: what it yielded, then its result or error. */
const drive = (step: asyncio.HasAwait<unknown>): string => collected(step).join(', ');

const two = asyncio.asyncgen(function* two() {
  const seen: unknown[] = [];
  seen.push(yield* asyncio.yield_(1));
  seen.push(yield* asyncio.yield_(seen));
});

const waiting = asyncio.asyncgen(function* waiting() {
  yield* asyncio.yield_(yield* pause('w1'));
  yield* pause('w2');
  yield* asyncio.yield_(2);
});

/** Suspended at its first yield. */
function begun<T>(generator: asyncio.AsyncGenerator<T>): asyncio.AsyncGenerator<T> {
  drive(generator.__anext__());
  return generator;
}

const REUSED_ASEND = 'RuntimeError: cannot reuse already awaited __anext__()/asend()';
const REUSED_ATHROW = 'RuntimeError: cannot reuse already awaited aclose()/athrow()';

describe('asend and __anext__', () => {
  test('give the values one by one, and what is sent arrives at the yield', () => {
    const generator = two();
    expect(drive(generator.__anext__())).toBe('returned 1');
    expect(drive(generator.asend(5))).toBe('returned [5]');
    expect(drive(generator.asend(6))).toBe('StopAsyncIteration');
    expect(getasyncgenstate(generator)).toBe('AGEN_CLOSED');
    expect(drive(generator.asend(7))).toBe('StopAsyncIteration');
  });

  test('refuse a value before the first yield, and the generator stays as it is', () => {
    const generator = two();
    expect(drive(generator.asend(5))).toBe("TypeError: can't send non-None value to a just-started async generator");
    expect(getasyncgenstate(generator)).toBe('AGEN_CREATED');
    expect(drive(generator.__anext__())).toBe('returned 1');
  });

  test('can be awaited once', () => {
    const step = two().__anext__();
    drive(step);
    expect(drive(step)).toBe(REUSED_ASEND);
    expect(outcome(() => step.send(null))).toBe(REUSED_ASEND);
    expect(outcome(() => step.throw(new asyncio.ValueError()))).toBe(REUSED_ASEND);
    expect(outcome(() => step.close())).toBe('None');
  });

  test('a step that is resumed with a value hands it to the await, not to the yield', () => {
    const generator = waiting();
    const step = generator.asend(null);
    expect(step.send(null)).toBe('w1');
    expect(outcome(() => step.send('value'))).toBe('StopIteration: value');
  });

  test('an error thrown into a step that has not begun ends the generator', () => {
    const generator = begun(waiting());
    const step = generator.asend(null);
    expect(outcome(() => step.throw(new asyncio.ValueError('unbegun')))).toBe('ValueError: unbegun');
    expect(getasyncgenstate(generator)).toBe('AGEN_CLOSED');
    expect(drive(generator.__anext__())).toBe('StopAsyncIteration');
  });

  test('an error thrown into a step that waits is raised at the await', () => {
    const generator = waiting();
    const step = generator.__anext__();
    step.send(null);
    expect(outcome(() => step.throw(asyncio.ValueError))).toBe('ValueError');
    expect(getasyncgenstate(generator)).toBe('AGEN_CLOSED');
  });

  test('closing a step closes the generator', () => {
    const unbegun = waiting();
    const first = unbegun.__anext__();
    first.close();
    expect(outcome(() => first.send(null))).toBe(REUSED_ASEND);
    expect(getasyncgenstate(unbegun)).toBe('AGEN_CLOSED');

    const generator = waiting();
    const step = generator.__anext__();
    step.send(null);
    step.close();
    expect([getasyncgenstate(generator), generator.ag_running]).toEqual(['AGEN_CLOSED', false]);
  });

  test('a step of a body that goes on waiting when it is closed says so', () => {
    const stubborn = asyncio.asyncgen(function* () {
      try {
        yield* pause('a');
      } catch {
        yield* pause('b');
      }
    });
    const step = stubborn().__anext__();
    step.send(null);
    expect(outcome(() => step.close())).toBe('RuntimeError: coroutine ignored GeneratorExit');
  });
});

describe('athrow', () => {
  test('raises at the yield, and gives the next value', () => {
    const catcher = asyncio.asyncgen(function* () {
      try {
        yield* asyncio.yield_(1);
      } catch (error) {
        yield* asyncio.yield_(asyncio.repr(error));
      }
    });
    const generator = begun(catcher());
    expect(drive(generator.athrow(new asyncio.ValueError('y')))).toBe(`returned "ValueError('y')"`);
    expect(drive(generator.__anext__())).toBe('StopAsyncIteration');
  });

  test('a body that ends on the error ends the iteration', () => {
    const catcher = asyncio.asyncgen(function* () {
      try {
        yield* asyncio.yield_(1);
      } catch {
        return;
      }
    });
    const generator = begun(catcher());
    expect(drive(generator.athrow(new asyncio.ValueError()))).toBe('StopAsyncIteration');
    expect(getasyncgenstate(generator)).toBe('AGEN_CLOSED');
  });

  test('ends a generator that has not begun, and gives nothing once it is over', () => {
    const generator = two();
    expect(drive(generator.athrow(new asyncio.ValueError('x')))).toBe('ValueError: x');
    expect(drive(generator.__anext__())).toBe('StopAsyncIteration');
    expect(drive(generator.athrow(new asyncio.ValueError('x')))).toBe('returned None');
  });

  test('is made of anything, and refuses what is no exception when it is awaited', () => {
    const text = 'TypeError: exceptions must be classes or instances deriving from BaseException, not ';
    expect(drive(two().athrow(3 as never))).toBe(`${text}int`);
    expect(drive(begun(two()).athrow('x' as never))).toBe(`${text}str`);
    expect(outcome(() => (two().athrow as () => unknown)())).toBe(
      'TypeError: athrow expected at least 1 argument, got 0',
    );
  });

  test('an error thrown into a step that has not begun takes the place of its own', () => {
    const generator = begun(waiting());
    const step = generator.athrow(new asyncio.ValueError('q'));
    expect(outcome(() => step.throw(new asyncio.KeyError('k')))).toBe("KeyError: 'k'");
    expect([getasyncgenstate(generator), generator.ag_running]).toEqual(['AGEN_CLOSED', false]);
    expect(outcome(() => step.send(null))).toBe(REUSED_ATHROW);
  });

  test('refuses a value at its beginning, and can go on', () => {
    for (const make of [
      (generator: asyncio.AsyncGenerator) => generator.athrow(new asyncio.ValueError('q')),
      (generator: asyncio.AsyncGenerator) => generator.aclose(),
    ]) {
      const generator = begun(waiting());
      const step = make(generator);
      expect(outcome(() => step.send(4))).toBe("RuntimeError: can't send non-None value to a just-started coroutine");
      expect(getasyncgenstate(generator)).toBe('AGEN_SUSPENDED');
      expect(outcome(() => step.send(null))).toMatch(/^ValueError: q$|^StopIteration$/);
    }
  });

  test.each([
    [new asyncio.StopAsyncIteration('a'), 'RuntimeError: async generator raised StopAsyncIteration'],
    [new asyncio.StopIteration('s'), 'RuntimeError: async generator raised StopIteration'],
    [new asyncio.GeneratorExit('g'), 'GeneratorExit: g'],
  ])('of %p comes out of the body as any error would', (error, text) => {
    const generator = begun(two());
    expect(drive(generator.athrow(error))).toBe(text);
    expect(getasyncgenstate(generator)).toBe('AGEN_CLOSED');
  });

  test('of a StopAsyncIteration into a body that has not begun is raised as it is', () => {
    expect(drive(two().athrow(new asyncio.StopAsyncIteration('a')))).toBe('StopAsyncIteration: a');
  });
});

describe('aclose', () => {
  test('ends a generator, begun or not, and does nothing the second time', () => {
    for (const generator of [two(), begun(two())]) {
      expect(drive(generator.aclose())).toBe('returned None');
      expect(getasyncgenstate(generator)).toBe('AGEN_CLOSED');
      expect(drive(generator.aclose())).toBe('returned None');
      expect(drive(generator.__anext__())).toBe('StopAsyncIteration');
    }
  });

  test('waits for what the body awaits while it cleans up', () => {
    const careful = asyncio.asyncgen(function* () {
      try {
        yield* asyncio.yield_(1);
      } finally {
        yield* pause('cleaning');
      }
    });
    expect(drive(begun(careful()).aclose())).toBe('cleaning, returned None');

    const generator = begun(careful());
    const step = generator.aclose();
    expect(step.send(null)).toBe('cleaning');
    expect([getasyncgenstate(generator), generator.ag_running]).toEqual(['AGEN_RUNNING', true]);
    expect(drive(generator.__anext__())).toBe('RuntimeError: anext(): asynchronous generator is already running');
    expect(outcome(() => step.throw(new asyncio.ValueError('v')))).toBe('ValueError: v');
    expect(getasyncgenstate(generator)).toBe('AGEN_CLOSED');

    const left = begun(careful());
    const closing = left.aclose();
    closing.send(null);
    closing.close();
    expect(getasyncgenstate(left)).toBe('AGEN_CLOSED');
  });

  test('complains of a body that yields on', () => {
    const stubborn = asyncio.asyncgen(function* () {
      for (;;) {
        try {
          yield* asyncio.yield_(1);
        } catch (error) {
          if (!(error instanceof asyncio.GeneratorExit)) throw error;
          yield* pause('thinking');
        }
      }
    });
    const generator = begun(stubborn());
    expect(drive(generator.aclose())).toBe('thinking, RuntimeError: async generator ignored GeneratorExit');
    expect([getasyncgenstate(generator), generator.ag_running]).toEqual(['AGEN_SUSPENDED', false]);
    expect(drive(generator.__anext__())).toBe('returned 1');
    expect(drive(generator.aclose())).toBe('StopAsyncIteration');
  });

  test.each([
    [new asyncio.GeneratorExit('g'), 'returned None'],
    [new asyncio.ValueError('v'), 'ValueError: v'],
    [new asyncio.CancelledError('c'), 'CancelledError: c'],
    [new asyncio.StopAsyncIteration('a'), 'RuntimeError: async generator raised StopAsyncIteration'],
    [new asyncio.StopIteration('s'), 'RuntimeError: async generator raised StopIteration'],
  ])('of a body that raises %p while it cleans up', (error, text) => {
    const failing = asyncio.asyncgen(function* () {
      try {
        yield* asyncio.yield_(1);
      } finally {
        throw error;
      }
    });
    const generator = begun(failing());
    expect(drive(generator.aclose())).toBe(text);
    expect(getasyncgenstate(generator)).toBe('AGEN_CLOSED');
  });

  test('can be awaited once', () => {
    const step = begun(two()).aclose();
    drive(step);
    expect(drive(step)).toBe(REUSED_ATHROW);
    expect(outcome(() => step.throw(new asyncio.ValueError()))).toBe(REUSED_ATHROW);
  });
});

describe('a generator that is busy', () => {
  test('refuses every other step, and the refused step is used up', () => {
    const generator = waiting();
    const step = generator.asend(null);
    expect(step.send(null)).toBe('w1');
    expect(getasyncgenstate(generator)).toBe('AGEN_RUNNING');
    expect(generator.ag_running).toBe(true);
    expect(generator.ag_suspended).toBe(true);
    for (const [other, method, reused] of [
      [generator.__anext__(), 'anext', REUSED_ASEND],
      [generator.asend(null), 'anext', REUSED_ASEND],
      [generator.athrow(asyncio.ValueError), 'athrow', REUSED_ATHROW],
      [generator.aclose(), 'aclose', REUSED_ATHROW],
    ] as const) {
      const text = `RuntimeError: ${method}(): asynchronous generator is already running`;
      expect(outcome(() => other.send(null))).toBe(text);
      expect(outcome(() => other.send(null))).toBe(reused);
    }
    expect(outcome(() => step.send('on'))).toBe('StopIteration: on');
    expect(getasyncgenstate(generator)).toBe('AGEN_SUSPENDED');
  });

  test('refuses its own body', () => {
    const self: asyncio.AsyncGenerator[] = [];
    const seen: unknown[] = [];
    const selfish = asyncio.asyncgen(function* () {
      const me = self[0] as asyncio.AsyncGenerator;
      seen.push(getasyncgenstate(me), me.ag_running, drive(me.__anext__()));
      yield* asyncio.yield_(1);
    });
    self.push(selfish());
    drive((self[0] as asyncio.AsyncGenerator).__anext__());
    expect(seen).toEqual(['AGEN_RUNNING', true, 'RuntimeError: anext(): asynchronous generator is already running']);
  });
});

describe('errors of the body', () => {
  test.each([
    [new asyncio.StopAsyncIteration('a'), 'RuntimeError: async generator raised StopAsyncIteration'],
    [new asyncio.StopIteration('s'), 'RuntimeError: async generator raised StopIteration'],
    [new asyncio.GeneratorExit('g'), 'GeneratorExit: g'],
    [new asyncio.ValueError('v'), 'ValueError: v'],
    [new asyncio.CancelledError('c'), 'CancelledError: c'],
  ])('%p', (error, text) => {
    const failing = asyncio.asyncgen(function* () {
      yield* asyncio.yield_(1);
      throw error;
    });
    const generator = begun(failing());
    expect(drive(generator.__anext__())).toBe(text);
    expect(getasyncgenstate(generator)).toBe('AGEN_CLOSED');
    expect(drive(generator.__anext__())).toBe('StopAsyncIteration');
    expect(drive(generator.aclose())).toBe('returned None');
    expect(drive(generator.athrow(new asyncio.ValueError('z')))).toBe('returned None');
  });

  test('an error that stands for the end keeps the original as its cause and context', () => {
    const original = new asyncio.StopAsyncIteration('a');
    const failing = asyncio.asyncgen(function* () {
      yield* asyncio.yield_(1);
      throw original;
    });
    const step = begun(failing()).__anext__();
    let caught: unknown = null;
    try {
      step.send(null);
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ cause: original, __context__: original });
  });
});

describe('what a generator and its steps look like', () => {
  test('reprs, names and types', () => {
    const generator = two();
    const steps = [generator.__anext__(), generator.athrow(asyncio.ValueError), generator.aclose()];
    const texts = [generator, ...steps].map((object) => asyncio.repr(object).replace(/0x\w+/, '0x…'));
    expect(texts).toEqual([
      '<async_generator object two at 0x…>',
      '<async_generator_asend object at 0x…>',
      '<async_generator_athrow object at 0x…>',
      '<async_generator_athrow object at 0x…>',
    ]);
    expect(String(generator)).toBe(asyncio.repr(generator));
    expect([generator.__name__, generator.__qualname__]).toEqual(['two', 'two']);
    generator.__qualname__ = 'K.two';
    expect(asyncio.repr(generator)).toMatch(/^<async_generator object K\.two at/);
    expect(outcome(() => (generator.__name__ = 3 as never))).toBe('TypeError: __name__ must be set to a string object');
    for (const step of steps) {
      expect(asyncio.iscoroutine(step)).toBe(true);
      expect(asyncio.inspect.iscoroutine(step)).toBe(false);
      expect(asyncio.inspect.isawaitable(step)).toBe(true);
      step.close();
    }
  });

  test('ag_await is what the body waits for', () => {
    const inner = asyncio.coroutine(function* inner() {
      yield* pause('deep');
    });
    const outer = asyncio.asyncgen(function* () {
      yield* inner();
      yield* asyncio.yield_(1);
    });
    const generator = outer();
    expect([generator.ag_await, generator.ag_suspended]).toEqual([null, false]);
    const step = generator.__anext__();
    step.send(null);
    expect(asyncio.repr(generator.ag_await)).toMatch(/^<coroutine object inner at/);
    expect(outcome(() => step.send(null))).toBe('StopIteration: 1');
    expect([generator.ag_await, generator.ag_suspended]).toEqual([null, true]);
  });
});
