/** The derivation of the generator style. */
import { generatorStyle } from './styles';

function derived(source: string, mixed = false): string {
  return generatorStyle(source, mixed).replace(/\s+/g, ' ').trim();
}

describe('a coroutine', () => {
  test('becomes a generator function, and its awaits yield*', () => {
    expect(derived('const f = asyncio.coroutine(async (x: number) => { await asyncio.sleep(x); return x; });')).toBe(
      'const f = asyncio.coroutine(function* (x: number) { (yield* asyncio.sleep(x)); return x; });',
    );
  });

  test('keeps its name', () => {
    expect(derived('asyncio.coroutine(async function f() {})')).toBe('asyncio.coroutine(function* f() { });');
  });

  test('may be an expression', () => {
    expect(derived('asyncio.coroutine(async () => await g())')).toBe(
      'asyncio.coroutine(function* () { return (yield* asyncio.await_(g())); });',
    );
  });

  test('gets the this of an arrow function handed in', () => {
    expect(derived('asyncio.coroutine(async () => this.x)')).toBe(
      'asyncio.coroutine((self_ => function* () { return self_.x; })(this));',
    );
  });

  test('may be a decorated method', () => {
    expect(derived('class A { @asyncio.coroutine async f(): Promise<void> { await this.g(); } }')).toBe(
      'class A { @asyncio.coroutine *f() { (yield* asyncio.await_(this.g())); } }',
    );
  });

  test('leaves plain async functions inside it alone', () => {
    expect(derived('asyncio.coroutine(async () => { const f = async () => { await g(); }; })')).toBe(
      'asyncio.coroutine(function* () { const f = async () => { await g(); }; });',
    );
  });
});

describe('an await', () => {
  test('yields to coroutines and futures of the library without a wrapper', () => {
    const source =
      'asyncio.coroutine(async () => { const t = asyncio.create_task(f()); await t; await f(); await u; })';
    expect(derived(`const f = asyncio.coroutine(async () => {}); ${source}`)).toContain(
      '(yield* t); (yield* f()); (yield* asyncio.await_(u));',
    );
  });
});

describe('a body of async_with', () => {
  test('becomes a generator function', () => {
    expect(
      derived('asyncio.coroutine(async () => await asyncio.async_with(await m(), async (x) => { await x; }))'),
    ).toBe(
      'asyncio.coroutine(function* () { return (yield* asyncio.async_with((yield* asyncio.await_(m())), ' +
        'function* (x) { (yield* asyncio.await_(x)); })); });',
    );
  });
});

describe('for await', () => {
  test('becomes async_for, with break and continue as returns', () => {
    const source = 'for await (const x of it) { if (a) continue; for (;;) break; if (b) break; }';
    expect(derived(`asyncio.coroutine(async () => { ${source} })`)).toBe(
      'asyncio.coroutine(function* () { (yield* asyncio.async_for(it, ' +
        'function* (x) { if (a) return; for (;;) break; if (b) return asyncio.BREAK; })); });',
    );
  });

  test('is written out where its body returns from the function', () => {
    const text = derived('asyncio.coroutine(async () => { for await (const x of it) { return x; } })');
    expect(text).toContain('const iterator_1 = asyncio.aiter(it);');
    expect(text).toContain('value_1 = (yield* asyncio.await_(asyncio.anext(iterator_1)));');
    expect(text).toContain('if (error_1 instanceof asyncio.StopAsyncIteration) break;');
    expect(text).toContain('const x = value_1; { return x; }');
  });
});

describe('an asynchronous generator', () => {
  test('yields through yield_', () => {
    expect(derived('asyncio.asyncgen(async function* () { const got = yield 1; yield; await f(); })')).toBe(
      'asyncio.asyncgen(function* () { const got = (yield* asyncio.yield_(1)); (yield* asyncio.yield_()); ' +
        '(yield* asyncio.await_(f())); });',
    );
  });
});

describe('the mixed style', () => {
  test('leaves every other function native', () => {
    const source =
      'asyncio.coroutine(async () => { asyncio.coroutine(async () => { asyncio.coroutine(async () => {}) }) })';
    expect(derived(source, true)).toBe(
      'asyncio.coroutine(async () => { asyncio.coroutine(function* () { asyncio.coroutine(async () => { }); }); });',
    );
  });
});
