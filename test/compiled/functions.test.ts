/** Functions as a compiler makes them; here they are made by hand. */
import * as asyncio from 'asyncio-ts';
import * as _asyncio from 'asyncio-ts/compiled';
import { errorText, failOnNoise, outcome, settled } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

const { inspect } = asyncio;
const run = <T>(main: asyncio.Coroutine<T>): Promise<T> => asyncio.run(main, { loop_factory: () => virtualLoop() });

type Anything = any;

failOnNoise();

/** A declaration, as compiled code has it. */
function work(this: unknown, _0: unknown): asyncio.Coroutine<unknown> {
  return _asyncio.start(work$ as never, this, arguments, work, new.target);
}
function* work$(this: unknown, x: number, y = 1): Generator<unknown, unknown, number> {
  const got = yield asyncio.sleep(x, x);
  return [got, y, this];
}
_asyncio.declare(work, work$ as never);

const declared: Anything = work;
const nativeNames = async function named(_a: unknown, _b: unknown) {};

describe('a declared function', () => {
  test('makes coroutines, with its `this` and its arguments', async () => {
    expect(await run(declared.call('me', 2))).toEqual([2, 1, 'me']);
    expect(await run(declared(2, 3))).toEqual([2, 3, undefined]);
  });

  test('and its body go by its name', () => {
    expect([declared.name, declared.__name__, declared.__qualname__]).toEqual(['work', 'work', 'work']);
    expect([declared.__wrapped__ === work$, work$.name, declared.length]).toEqual([true, 'work', 1]);
    const coroutine = declared(1);
    expect(asyncio.repr(coroutine)).toMatch(/^<coroutine object work at/);
    coroutine.close();
  });

  test('can be declared by another name, and again', () => {
    function made() {
      return null;
    }
    const body = function* made$(): Generator<unknown, void> {};
    _asyncio.declare(made, body, 'default');
    _asyncio.declare(made, body, 'other');
    expect([made.name, body.name, (made as Anything).__name__]).toEqual(['default', 'default', 'default']);
  });

  test('is no constructor', () => {
    expect(outcome(() => new declared(1))).toBe('TypeError: work is not a constructor');
    expect(declared.prototype).toBeUndefined();
  });

  test('raises in the coroutine what its parameters raise', async () => {
    function fails(this: unknown) {
      return _asyncio.start(fails$ as never, this, arguments, fails, new.target);
    }
    function* fails$(_x = JSON.parse('?')): Generator<unknown, void> {
      seen.push('ran');
    }
    const seen: unknown[] = [];
    _asyncio.declare(fails, fails$ as never);
    const coroutine: Anything = (fails as Anything)();
    expect(await settled(run(coroutine))).toMatch('SyntaxError: ');
    expect(seen).toEqual([]);
    const closed: Anything = (fails as Anything)();
    expect(closed.close()).toBeNull();
    const thrown: Anything = (fails as Anything)();
    expect(outcome(() => thrown.throw(new asyncio.ValueError('v')))).toBe('ValueError: v');
  });
});

describe('a function expression', () => {
  const f = _asyncio.coroutine(
    {
      *f(this: unknown, x: unknown, y: unknown): Generator<unknown, unknown> {
        return [this, yield x, y];
      },
    }.f,
  ) as Anything;

  test('looks like a native one', () => {
    expect([f.name, f.length, Object.prototype.toString.call(f), f.constructor.name]).toEqual([
      ...['f', 2, '[object AsyncFunction]', 'AsyncFunction'],
    ]);
    expect(Reflect.ownKeys(f).sort()).toEqual(Reflect.ownKeys(nativeNames).sort());
    expect(outcome(() => new f())).toMatch('is not a constructor');
  });

  test.each([0, 1, 2, 3, 4, 7])('has the length of its body: %i', (length) => {
    const body = function* (): Generator<unknown, void> {};
    Object.defineProperty(body, 'length', { value: length });
    expect([_asyncio.coroutine(body).length, _asyncio.asyncgen(body).length]).toEqual([length, length]);
  });

  test('takes `this` from its call, an arrow from where it stands', async () => {
    const body = function* (this: unknown): Generator<unknown, unknown> {
      return this;
    };
    expect(await run(_asyncio.coroutine(body).call('call'))).toBe('call');
    expect(await run(_asyncio.arrow(body, 'around').call('call'))).toBe('around');
    expect(await run(_asyncio.arrow(body).call('call'))).toBeUndefined();
  });

  test('without a name is a lambda', () => {
    const nameless = _asyncio.arrow(function* (): Generator<unknown, void> {}) as Anything;
    expect([nameless.name, nameless.__name__]).toEqual(['', '<lambda>']);
  });

  test('may be renamed', () => {
    const renamed = _asyncio.coroutine(function* (): Generator<unknown, void> {}) as Anything;
    renamed.__qualname__ = 'Some.renamed';
    renamed.__name__ = 'renamed';
    const coroutine = renamed();
    expect([coroutine.__name__, coroutine.__qualname__]).toEqual(['renamed', 'Some.renamed']);
    coroutine.close();
  });

  test('that is refused', () => {
    for (const make of [_asyncio.coroutine, _asyncio.arrow, _asyncio.asyncgen]) {
      expect(outcome(() => make(3 as never))).toBe('TypeError: a generator function was expected, got 3');
    }
  });
});

describe('a function of compiled code is known', () => {
  const f = _asyncio.coroutine(function* f(x: number, y: number = 2): Generator<unknown, number> {
    return x + y;
  }) as Anything;
  const g = _asyncio.asyncgen(function* g(): Generator<unknown, void> {
    yield _asyncio.yield_(1);
  }) as Anything;

  test('to inspect', () => {
    const kinds = [inspect.iscoroutinefunction, inspect.isasyncgenfunction, inspect.isgeneratorfunction];
    const answers = (fn: unknown) => kinds.map((kind) => kind(fn));
    expect([f, f.bind(null), declared].map(answers)).toEqual(Array(3).fill([true, false, false]));
    expect([g, g.bind(null)].map(answers)).toEqual(Array(2).fill([false, true, false]));
    expect(String(inspect.signature(f))).toBe('(x, y=2)');
    expect(String(inspect.signature(declared))).toBe('(x, y=1)');
    expect(inspect.getsource(f)).toMatch(/^function\* f\(x, y = 2\)/);
    expect([inspect.unwrap(f) === f.__wrapped__, inspect.unwrap(f.bind(null)) === f]).toEqual([true, false]);
    expect([f.bind(null).__wrapped__, f.bind(null).__name__]).toEqual([undefined, 'f']);
  });

  test('to the functions that make others', () => {
    expect(asyncio.coroutine(f) === f).toBe(true);
    expect(asyncio.asyncgen(g) === g).toBe(true);
    expect(outcome(() => asyncio.coroutine(g))).toMatch('an asynchronous generator function makes no coroutines');
    expect(outcome(() => asyncio.asyncgen(f))).toMatch('a generator function was expected by asyncio.asyncgen()');
  });

  test('to whatever takes one', async () => {
    const one = _asyncio.coroutine(function* one(x: unknown): Generator<unknown, unknown> {
      return (yield asyncio.sleep(1)) ?? x ?? 1;
    }) as Anything;
    const main = asyncio.coroutine(async () => [
      await asyncio.create_task(one),
      await asyncio.create_task(one, { name: 'task', eager_start: true }),
      await asyncio.ensure_future(one),
      await asyncio.gather(one, one(2)),
      await asyncio.wait_for(one, 3),
      await asyncio.async_with(new asyncio.Lock(), one),
      await asyncio.host_callback(one)(3),
    ]);
    expect(await run(main())).toEqual([1, 1, 1, [1, 2], 1, null, 3].map((x) => x ?? expect.anything()));
  });
});

describe('methods', () => {
  class Base {
    *m(): Generator<unknown, unknown> {
      return ['base', this];
    }
    static {
      _asyncio.methods(this.prototype, 'm');
    }
  }

  class Derived extends Base {
    override *m(): Generator<unknown, unknown> {
      return ['derived', yield super.m()];
    }
    *count(): Generator<unknown, void> {
      yield _asyncio.yield_(this);
    }
    static *make(): Generator<unknown, unknown> {
      return new this();
    }
    static {
      _asyncio.methods(this.prototype, 'm');
      _asyncio.methods(this, 'make');
      _asyncio.asyncgens(this.prototype, 'count');
    }
  }

  test('of classes', async () => {
    const made: Anything = new Derived();
    expect(await run(made.m())).toEqual(['derived', ['base', made]]);
    expect(await run((Derived as Anything).make())).toBeInstanceOf(Derived);
    expect(await run(made.count().__anext__())).toBe(made);
    expect(Object.keys(Derived.prototype)).toEqual([]);
    expect(outcome(() => new made.m())).toMatch('not a constructor');
  });

  test('of objects stay enumerable', async () => {
    const symbol = Symbol('s');
    const object: Anything = _asyncio.methods({ *m() {}, *[symbol]() {} }, 'm', symbol);
    expect([Object.keys(object), object[symbol].name]).toEqual([['m'], '[s]']);
    expect(inspect.iscoroutinefunction(object[symbol])).toBe(true);
  });

  test('with decorators of both kinds', async () => {
    const descriptor = { value: function* () {}, enumerable: false, configurable: true, writable: true };
    const old = _asyncio.method({}, 'm', descriptor) as PropertyDescriptor;
    expect([inspect.iscoroutinefunction(old.value), old.enumerable, old.writable]).toEqual([true, false, true]);
    const context = { kind: 'method' };
    expect(inspect.iscoroutinefunction(_asyncio.method(descriptor.value, context))).toBe(true);
    expect(inspect.isasyncgenfunction(_asyncio.asyncgenMethod(descriptor.value, context))).toBe(true);
    const oldGenerator = _asyncio.asyncgenMethod({}, 'm', descriptor) as PropertyDescriptor;
    expect(inspect.isasyncgenfunction(oldGenerator.value)).toBe(true);
  });

  test('a computed key is asked once', () => {
    const symbol = Symbol('s');
    const keys: unknown[] = [1, 'a', symbol, null, { toString: () => 'text' }, { [Symbol.toPrimitive]: () => symbol }];
    expect(keys.map((value) => _asyncio.key(value))).toEqual(['1', 'a', symbol, 'null', 'text', symbol]);
  });

  test('`super` can be handed to a body', async () => {
    class Arrow extends Base {
      x = 1;
      make() {
        return ((super$: Anything) =>
          _asyncio.arrow(function* (this: Anything): Generator<unknown, unknown> {
            super$.x = 2;
            return [yield super$.m.call(this), this.x];
          }, this))(
          _asyncio.superOf(
            (key) => (super.m as Anything) && Reflect.get(Base.prototype, key, this),
            (key, value) => void Reflect.set(Base.prototype, key, value, this),
          ),
        );
      }
    }
    const made = new Arrow();
    expect(await run(made.make()() as Anything)).toEqual([['base', made], 2]);
  });
});

describe('what a body returns', () => {
  const returns = _asyncio.coroutine(function* (what: unknown): Generator<unknown, unknown> {
    try {
      return what;
    } catch {
      return 'caught';
    }
  });

  test('a promise of the host is awaited, where the body catches nothing', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown> {
      const thenable = { then: (resolve: (x: unknown) => void) => resolve('thenable') };
      const got: unknown[] = [yield returns(Promise.resolve(1)), yield returns(thenable)];
      try {
        got.push(yield returns(Promise.reject(new asyncio.ValueError('v'))));
      } catch (error) {
        got.push(errorText(error));
      }
      return got;
    });
    expect(await run(main())).toEqual([1, 'thenable', 'ValueError: v']);
  });

  test('what is awaitable in Python is returned as it is', async () => {
    const inner = returns(1);
    const object = { __await__: () => [][Symbol.iterator](), then: () => null };
    const main = _asyncio.coroutine(function* (): Generator<unknown, boolean[]> {
      const future = asyncio.get_running_loop().create_future();
      return [
        (yield returns(future)) === future,
        (yield returns(inner)) === inner,
        (yield returns(object)) === object,
      ] as never;
    });
    expect(await run(main())).toEqual([true, true, true]);
    inner.close();
  });

  test('it can be cancelled while it waits for the promise', async () => {
    const main = _asyncio.coroutine(function* (): Generator<unknown, unknown> {
      const task = asyncio.create_task(returns(new Promise(() => {})));
      yield asyncio.sleep(1);
      task.cancel();
      yield asyncio.wait([task]);
      return task.cancelled();
    });
    expect(await run(main())).toBe(true);
  });

  test('a `then` that can’t be read is an error', async () => {
    const object = {
      get then() {
        throw new asyncio.ValueError('no');
      },
    };
    expect(await settled(run(returns(object)))).toBe('ValueError: no');
  });
});

describe('the call graph', () => {
  const names = () => asyncio.capture_call_graph()!.call_stack.map(({ frame }) => frame.name);
  const looks: Anything = _asyncio.coroutine(
    {
      *looks(): Generator<unknown, unknown> {
        yield asyncio.sleep(0);
        return names();
      },
    }.looks,
  );
  const calls: Anything = _asyncio.coroutine(
    {
      *calls(inner: () => unknown): Generator<unknown, unknown> {
        return yield inner();
      },
    }.calls,
  );
  const outer: Anything = _asyncio.coroutine(
    {
      *outer(inner: () => unknown): Generator<unknown, unknown> {
        return yield calls(inner);
      },
    }.outer,
  );

  test('of the current task has the bodies that await the one that executes', async () => {
    expect((await run<string[]>(outer(looks))).slice(-3)).toEqual(['looks', 'calls', 'outer']);
  });

  test('has them around a body of another style too', async () => {
    const native = asyncio.coroutine(async function native() {
      return await calls(looks);
    });
    expect((await run<string[]>(outer(native))).slice(-5)).toEqual(['looks', 'calls', 'native', 'calls', 'outer']);
    const generator = asyncio.coroutine(function* generator() {
      const first = names();
      yield* asyncio.sleep(0);
      return [first, names()];
    });
    const graphs = await run<string[][]>(outer(generator));
    expect(graphs.map((graph) => graph.slice(-3))).toEqual(Array(2).fill(['generator', 'calls', 'outer']));
  });
});
