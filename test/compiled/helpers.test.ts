/** TypeScript's helpers, as TypeScript itself uses them. */
import * as asyncio from 'asyncio-ts';
import * as compiled from 'asyncio-ts/compiled';
import * as tslib from 'tslib';
import ts from 'typescript';
import { load, lowered } from '../support/helpers';
import { failOnNoise, outcome, recordWarnings, settled } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

const { inspect } = asyncio;
const run = <T>(main: asyncio.Coroutine<T>, debug = false): Promise<T> =>
  asyncio.run(main, { loop_factory: () => virtualLoop(debug), debug });

/** Runs the exported function `main` of a program. */
const runMain = (source: string): Promise<unknown> =>
  run(load(`import * as asyncio from 'asyncio-ts';${source}`).main());

failOnNoise();

test('all of them are there, and those that we don’t make are tslib’s', () => {
  const names = Object.keys(tslib).filter((name) => name.startsWith('__') && name !== '__esModule');
  const theirs = compiled as unknown as Record<string, unknown>;
  const missing = names.filter((name) => typeof theirs[name] !== 'function');
  expect(missing).toEqual([]);
  const own = names.filter((name) => theirs[name] !== (tslib as unknown as Record<string, unknown>)[name]);
  expect(own.sort()).toEqual([
    '__addDisposableResource',
    '__asyncDelegator',
    '__asyncGenerator',
    '__asyncValues',
    '__await',
    '__awaiter',
    '__disposeResources',
  ]);
});

describe('async functions', () => {
  test('are lazy, and awaiting them is asyncio’s', async () => {
    const { main, log } = load(`
      import * as asyncio from 'asyncio-ts';
      export const log: unknown[] = [];
      async function child(x: number, y = 1) { log.push('child'); await asyncio.sleep(x); return x + y; }
      export async function main() {
        const made = child(1);
        log.push('made');
        const task = asyncio.create_task(async () => await child(2, 2), { eager_start: true });
        return [await made, await task, await Promise.resolve('promise'), asyncio.get_running_loop().time()];
      }
    `);
    expect(await run(main())).toEqual([2, 4, 'promise', 2]);
    expect(log).toEqual(['made', 'child', 'child']);
  });

  test('with this, super, arguments, patterns and rest', async () => {
    const source = `
      class Base { async m(x: number) { return ['base', x]; } static async s() { return 's'; } }
      class Derived extends Base {
        field = async () => this;
        async m(x: number) { return [await super.m(x), await this.field() === this, arguments.length]; }
        static async s() { return [await super.s(), this === Derived]; }
      }
      const pattern = async ({ a }: any, ...rest: unknown[]) => [a, rest];
      const object = { async m() { return this === object; } };
      export async function main() {
        return [await new Derived().m(1), await Derived.s(), await pattern({ a: 1 }, 2, 3), await object.m()];
      }`;
    expect(await runMain(source)).toEqual([[['base', 1], true, 1], ['s', true], [1, [2, 3]], true]);
  });

  test('raise in the coroutine what their parameters raise', async () => {
    const { f } = load(`export async function f(x = JSON.parse('?')) { return x; }`);
    expect(await settled(run(f()))).toMatch('SyntaxError');
  });

  test('return a promise’s value, and a future as it is', async () => {
    const source = `
      const promise = async () => Promise.resolve(1);
      const future = async (future: unknown) => future;
      export async function main() {
        const waiter = asyncio.get_running_loop().create_future();
        return [await promise(), (await future(waiter)) === waiter];
      }`;
    expect(await runMain(source)).toEqual([1, true]);
  });

  test('are never awaited: a warning', () => {
    const warnings = recordWarnings();
    const { f } = load(`export async function f() {}`);
    asyncio.run_sync(asyncio.coroutine(function* () { f(); yield* asyncio.sleep(0); })()); // prettier-ignore
    expect(warnings).toEqual(["RuntimeWarning: coroutine '<lambda>' was never awaited"]);
  });

  test('have names where the function is given, and in debug mode', async () => {
    const exports = load(
      `export async function work() { return 1; } export async function outer() { return await work(); }`,
    );
    const main = asyncio.coroutine(function* () {
      const task = asyncio.create_task(exports.work, { name: 'T' });
      const text = asyncio.repr(task).replace(/ at 0x\w+/, '');
      yield* task;
      const wrapped = asyncio.coroutine(exports.work) as any;
      const coroutine = wrapped();
      const names = [wrapped.__name__, coroutine.__name__];
      yield* coroutine;
      const bare = exports.work();
      names.push(bare.__name__);
      yield* bare;
      return [text, ...names];
    });
    const shown = "<Task pending name='T' coro=<work() running>>";
    expect(await run(main())).toEqual([shown, 'work', 'work', '<lambda>']);
    expect((await run(main(), true)).slice(1)).toEqual(['work', 'work', 'work']);
  });
});

describe('asynchronous generators', () => {
  test('are asyncio’s, with their names', async () => {
    const source = `
      async function* count(n: number, from = 0) {
        for (let i = from; i < n; i++) { await asyncio.sleep(1); const sent: unknown = yield i; if (sent) yield sent; }
      }
      class Numbers { async *[Symbol.asyncIterator]() { yield* count(2); } async *items() { yield this; } }
      export async function main() {
        const values: unknown[] = [];
        for await (const x of count(3)) values.push(x);
        for await (const x of new Numbers()) values.push(x);
        const generator: any = count(5);
        values.push(await generator.asend(null), await generator.asend('sent'), generator.__name__, await generator.aclose());
        const numbers = new Numbers();
        for await (const x of numbers.items()) values.push(x === numbers);
        return values;
      }`;
    expect(await runMain(source)).toEqual([0, 1, 2, 0, 1, 0, 'sent', 'count', null, true]);
  });

  test('yield*: sent values, errors, results, and aclose from the inside out', async () => {
    const source = `
      const log: unknown[] = [];
      async function* inner(): AsyncGenerator<any, any, any> {
        try {
          log.push(yield 1);
          try { yield 2; } catch (error) { log.push(String(error)); }
          yield 3;
        } finally { await asyncio.sleep(1); log.push('inner'); }
      }
      async function* outer(): any { try { log.push(yield* inner()); } finally { log.push('outer'); } }
      async function* others(): any { log.push(yield* (async function* () { yield 1; })(), yield* [asyncio.sleep(0, 'slept')] as any); }
      export async function main() {
        const generator = outer();
        log.push(await generator.asend(null), await generator.asend('sent'), await generator.athrow(new asyncio.ValueError('v')));
        await generator.aclose();
        for await (const x of others()) log.push(x);
        return log;
      }`;
    expect(await runMain(source)).toEqual([
      ...['sent', 'v', 1, 2, 3, 'inner', 'outer'],
      ...[1, 'slept', undefined, undefined],
    ]);
  });

  test('yield awaits, a task too', async () => {
    const source = `
      async function* values() { yield Promise.resolve(1); yield asyncio.create_task(asyncio.sleep(1, 'task')); }
      export async function main() { const all = []; for await (const x of values()) all.push(x); return all; }`;
    expect(await runMain(source)).toEqual([1, 'task']);
  });

  test('raise at the call what their parameters raise', () => {
    const { f } = load(`export async function* f(x = JSON.parse('?')) { yield x; }`);
    expect(() => f()).toThrow(SyntaxError);
  });
});

describe('for await', () => {
  const kinds = `
    const python = () => ({ n: 0, __aiter__() { return this; }, async __anext__() { if (this.n === 2) throw new asyncio.StopAsyncIteration(); return this.n++; } });
    const native = (log: unknown[]) => ({ n: 0, [Symbol.asyncIterator]() { return this; },
      async next() { await asyncio.sleep(1); return { done: this.n === 2, value: this.n++ }; },
      async return() { await asyncio.sleep(1); log.push('return'); return {}; } });
    const sync = (log: unknown[]) => (function* () { try { yield Promise.resolve(0); yield asyncio.sleep(1, 1); } finally { log.push('return'); } })();
    async function collect(make: any, act: any) {
      const log: unknown[] = [];
      try { for await (const x of make(log)) { log.push(x); if (act(x)) break; } } catch (error: any) { log.push(error.name); }
      return log.join();
    }
    export async function main() {
      const all: unknown[] = [];
      const raises = () => { throw new asyncio.ValueError(); };
      for (const make of [python, native, sync]) for (const act of [() => false, () => true, raises]) all.push(await collect(make, act));
      return all;
    }`;

  test('over all that is iterable', async () => {
    expect(await runMain(kinds)).toEqual([
      ...['0,1', '0', '0,ValueError'],
      ...['0,1', '0,return', '0,return,ValueError'],
      ...['0,1,return', '0,return', '0,return,ValueError'],
    ]);
  });

  test('over what is not', async () => {
    const source = `export async function main() { for await (const x of 3 as any) return x; }`;
    expect(await settled(runMain(source))).toBe(
      "TypeError: 'async for' requires an object with __aiter__ method, got int",
    );
  });

  test('in a coroutine that is closed: the iterator is told, not waited for', () => {
    const { f, log } = load(`
      import * as asyncio from 'asyncio-ts';
      export const log: unknown[] = [];
      const iterator = { [Symbol.asyncIterator]() { return this; }, next: () => ({ value: 1 }), return: () => { log.push('return'); return new Promise(() => {}); } };
      export async function f(future: unknown) { for await (const x of iterator as any) await future; }`);
    const loop = virtualLoop();
    const coroutine = f(loop.create_future());
    coroutine.send(null);
    expect([coroutine.close(), log]).toEqual([null, ['return']]);
    loop.close();
  });
});

describe('await using', () => {
  const withManager = (body: string) => `
    const log: unknown[] = [];
    const manager = (name: string, suppresses = false) => ({
      async __aenter__() { log.push('enter ' + name); return name; },
      async __aexit__(_type: unknown, error: any) { await asyncio.sleep(1); log.push(name + ' ' + error?.name); return suppresses; },
    }) as any;
    const disposable = (name: string) => ({ [Symbol.dispose]() { log.push('dispose ' + name); }, name });
    const block = async () => { ${body} };
    export async function main() {
      try { log.push(await block()); } catch (error: any) { log.push(error.name); }
      return log;
    }`;

  test.each([
    [
      'await using a = manager("a"); await using b = manager("b"); return [a, b];',
      'enter a,enter b,b undefined,a undefined,a,b',
    ],
    ['await using a = manager("a"); throw new asyncio.ValueError();', 'enter a,a ValueError,ValueError'],
    ['await using a = manager("a", true); throw new asyncio.ValueError();', 'enter a,a ValueError,'],
    [
      'await using a = await asyncio.enter(manager("a", true)) as any; log.push(a.value); throw new asyncio.ValueError();',
      'enter a,a,a ValueError,',
    ],
    ['await using a = manager("a"); using b = disposable("b"); return b.name;', 'enter a,dispose b,a undefined,b'],
    ['using b = disposable("b"); using n = null; return b.name;', 'dispose b,b'],
    ['await using n = null; return n;', ''],
    ['await using lock = new asyncio.Lock() as any; return lock;', ''],
    [
      'await using g = await asyncio.enter(new asyncio.TaskGroup()) as any; g.value.create_task(asyncio.sleep(1)); return "group";',
      'group',
    ],
    ['await using t = asyncio.timeout(1) as any; await asyncio.sleep(2);', 'TimeoutError'],
  ])('%s', async (body, text) => {
    expect(String(await runMain(withManager(body)))).toBe(text);
  });

  test('a manager whose entering has to wait is refused, and names the cure', async () => {
    const source = `
      export async function main() {
        const lock = new asyncio.Lock();
        await lock.acquire();
        await using held = lock as any;
      }`;
    expect(await settled(runMain(source))).toBe(
      "RuntimeError: entering Lock has to wait, which 'await using' can't with TypeScript's helpers; " +
        'use await using x = await asyncio.enter(manager)',
    );
  });

  test('using in a plain function', () => {
    const { f, log } = load(`
      export const log: unknown[] = [];
      export function f(fails: boolean) { using a = { [Symbol.dispose]: () => log.push('a') } as any; if (fails) throw new RangeError('r'); return 1; }`);
    expect([f(false), outcome(() => f(true)), log]).toEqual([1, 'RangeError: r', ['a', 'a']]);
  });
});

describe('inspect knows what TypeScript has compiled down', () => {
  const source = `
    export async function plain() { await 1; }
    export async function parameters(x: number, y = 1) { await 1; }
    export const arrow = async (x: number) => x;
    export const parametersOfArrow = async ({ x }: any) => { await x; };
    export const expression = async function () { return arguments; };
    export class Base { async m() {} }
    export class Derived extends Base { async m() { const f = async () => super.m(); await super.m(); await f(); } }
    export const method = Derived.prototype.m;
    export const object = { async m() {} }.m;
    export async function* generator() { yield 1; }
    export const generatorExpression = async function* (x = 1) { yield x; };
    export function none() { return plain(); }
    export function mentions() { return '__awaiter('; }
    export function inner() { const f = async () => 1; return f; }
  `;
  const { Base: _base, Derived: _derived, ...commonJs } = load(source);

  test.each(['CommonJS', 'bare'])('%s', (form) => {
    const exports = form === 'CommonJS' ? commonJs : loadBare();
    const kinds = Object.entries(exports).map(([name, fn]) => {
      if (inspect.isasyncgenfunction(fn)) return `${name} asyncgen`;
      return inspect.iscoroutinefunction(fn) ? `${name} coroutine` : `${name} no`;
    });
    expect(kinds.sort()).toEqual([
      'arrow coroutine',
      'expression coroutine',
      'generator asyncgen',
      'generatorExpression asyncgen',
      'inner no',
      'mentions no',
      'method coroutine',
      'none no',
      'object coroutine',
      'parameters coroutine',
      'parametersOfArrow coroutine',
      'plain coroutine',
    ]);
  });

  /** As an ES module has them: `return __awaiter(`. */
  function loadBare(): Record<string, unknown> {
    const text = lowered(source.replaceAll('export ', ''), { module: ts.ModuleKind.ESNext }).replace(/^import.*$/m, '');
    const names = Object.keys(commonJs).join();
    const { __awaiter, __asyncGenerator, __await } = compiled;
    const run = new Function('__awaiter', '__asyncGenerator', '__await', `${text}; return { ${names} };`); // eslint-disable-line @typescript-eslint/no-implied-eval -- as above
    return run(__awaiter, __asyncGenerator, __await);
  }

  test('and so do the functions that make others', async () => {
    const { generator, plain } = commonJs;
    expect(outcome(() => asyncio.coroutine(generator))).toMatch('makes no coroutines');
    expect(outcome(() => asyncio.asyncgen(plain))).toMatch('a generator function was expected');
    const wrapped = asyncio.asyncgen(generator) as any;
    expect(await run(wrapped().__anext__())).toBe(1);
    expect(inspect.iscoroutinefunction(asyncio.coroutine(plain))).toBe(true);
  });
});
