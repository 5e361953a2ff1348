/** `importable`: how a worker finds a function. */
import * as asyncio from 'asyncio-ts';
import * as concurrent from 'asyncio-ts/concurrent';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { libraryFolder } from '../support/child';
import { failOnNoise, outcome, settled } from '../support/outcomes';
import { useWorkers, workerModule } from '../support/workers';

const { importable, ThreadPoolExecutor } = concurrent;
useWorkers();
let pool: concurrent.ThreadPoolExecutor;
beforeEach(() => {
  pool = new ThreadPoolExecutor(1);
});
afterEach(() => pool.shutdown());
failOnNoise();

/** A module that this thread doesn't load. */
function moduleFile(name: string, text: string): string {
  const file = join(libraryFolder(), name);
  writeFileSync(file, text);
  return file;
}

test('gives the function itself', () => {
  function work(): void {}
  expect(importable(__filename, work)).toBe(work);
  expect(importable({ module: pathToFileURL(__filename), fn: work })).toBe(work);
});

test('refuses what a worker could not find', () => {
  const work = (): void => {};
  expect(outcome(() => importable('./work.js', work))).toBe(
    "ValueError: a worker can't tell where './work.js' is: give import.meta.url, __filename, or import.meta.resolve('./work.js')",
  );
  expect(outcome(() => importable(__filename, () => {}))).toMatch(/^ValueError: a function without a name/);
  expect(outcome(() => importable(__filename, 1 as never))).toBe(
    'TypeError: a function was expected by importable(), got 1',
  );
});

test('a function that is not exported is found in its module, with all that is around it', async () => {
  const { hidden } = workerModule<{ hidden: () => number }>(`
    let count = 0;
    const hidden = asyncio.concurrent.importable(__filename, function hidden() { return ++count; });
    exports.same = hidden;
    Object.defineProperty(exports, 'hidden', { get: () => hidden, enumerable: false });`);
  expect(await pool.submit(hidden).result()).toBe(1);
  expect(await pool.submit(hidden).result()).toBe(2);
});

describe('a module of somebody else', () => {
  const takes = (name: string, text: string, fn: () => unknown): Promise<string> =>
    settled(pool.submit(importable(moduleFile(name, text), fn)).result());

  test('gives what it exports under the name', async () => {
    function exported(): void {}
    expect(await takes('exporting.mjs', 'export const exported = () => "ES module";', exported)).toBe("'ES module'");
    expect(await takes('exporting.cjs', 'exports.exported = () => "CommonJS";', exported)).toBe("'CommonJS'");
    expect(await takes('object.cjs', 'const o = { exported: () => "object" }; module.exports = o;', exported)).toBe(
      "'object'",
    );
    expect(await takes('whole.cjs', 'module.exports = function exported() { return "whole"; };', exported)).toBe(
      "'whole'",
    );
    expect(await takes('default.mjs', 'export default function exported() { return "default"; }', exported)).toBe(
      "'default'",
    );
  });

  test('that lacks the name is said to', async () => {
    function missing(): void {}
    const file = moduleFile('lacking.mjs', 'export const other = 1;');
    expect(await settled(pool.submit(importable(file, missing)).result())).toBe(
      `AttributeError: module '${pathToFileURL(file).href}' has no attribute 'missing': export the function, or make it ` +
        'importable at the top of the module',
    );
  });

  test('that cannot be loaded raises what loading it raises', async () => {
    function exported(): void {}
    expect(await takes('failing.mjs', 'throw new TypeError("at the top");', exported)).toBe('TypeError: at the top');
  });

  test('may be one of Node', async () => {
    const { sep } = require('node:path') as typeof import('node:path');
    function join(...parts: string[]): string {
      return parts.join('?');
    }
    expect(await pool.submit(importable('node:path', join), 'a', 'b').result()).toBe(`a${sep}b`);
  });
});

test('a module that begins the program must not begin it in a worker', async () => {
  const { work } = workerModule<{ work: () => void }>(`
    const { importable, ThreadPoolExecutor, is_worker } = asyncio.concurrent;
    exports.work = importable(__filename, function work() {});
    if (is_worker()) new ThreadPoolExecutor(1).submit(() => 1);`);
  expect(await settled(pool.submit(work).result())).toMatch(
    /^RuntimeError: An attempt has been made to start a new worker .*asyncio\.concurrent\.is_worker\(\)/,
  );
  expect(concurrent.is_worker()).toBe(false);
});

test('a worker may have workers of its own', async () => {
  const { work } = workerModule<{ work: (x: number) => Promise<number> }>(`
    const { importable, ThreadPoolExecutor } = asyncio.concurrent;
    exports.work = importable(__filename, async function work(x) {
      const inner = new ThreadPoolExecutor(1);
      const result = await inner.submit((y) => y + 1, x).result();
      await inner.shutdown();
      return result;
    });`);
  expect(await pool.submit(work, 1).result()).toBe(2);
});

test('an exception of an importable class arrives as one of it', async () => {
  const { fail, OwnError } = workerModule<{ fail: (own: boolean) => void; OwnError: typeof asyncio.ValueError }>(`
    const { importable } = asyncio.concurrent;
    class OwnError extends asyncio.ValueError {
      constructor(code) { super('own', code); this.code = code; }
    }
    class OtherError extends asyncio.KeyError {}
    exports.OwnError = importable(__filename, OwnError);
    exports.fail = importable(__filename, function fail(own) {
      throw own ? new OwnError(5) : new OtherError('key');
    });`);
  const own = await pool.submit(fail, true).exception();
  expect(own).toBeInstanceOf(OwnError);
  expect(own).toMatchObject({ args: ['own', 5], code: 5, name: 'OwnError' });
  const other = await pool.submit(fail, false).exception();
  expect(other).toBeInstanceOf(asyncio.KeyError);
  expect(other).toMatchObject({ args: ['key'], name: 'OtherError' });
});

describe('a function that goes as its text', () => {
  test('may be written in any way', async () => {
    const object = {
      method(x: number) {
        return x + 1;
      },
    };
    expect(await pool.submit(object.method, 1).result()).toBe(2);
    expect(await pool.submit(async (x: number) => Promise.resolve(x + 1), 2).result()).toBe(3);
    expect(
      await pool
        .submit(function named(x: number): number {
          return x === 0 ? 0 : named(x - 1) + 1;
        }, 3)
        .result(),
    ).toBe(3);
  });

  test('and reaches for something around it is told how to be written', async () => {
    const around = 1;
    const work = (): number => around + 1;
    expect(await settled(pool.submit(work).result())).toBe(
      "NameError: name 'around' is not defined: 'work' went to a worker as its text, which can't reach what is around it. " +
        "Give 'around' as an argument; or put the function at the top of a module, importable(import.meta.url, function " +
        'work(…) { … }), from asyncio.concurrent',
    );
  });

  test('keeps its own ReferenceErrors', async () => {
    const early = (): number => {
      const read = (): number => late;
      const value = read();
      const late = 1;
      return value;
    };
    expect(await settled(pool.submit(early).result())).toMatch(/^ReferenceError: Cannot access 'late' before init/);
  });
});

test('a function without a text, or whose text says too little, is refused', async () => {
  const bound = function work(this: unknown): void {}.bind(null);
  expect(await settled(pool.submit(bound).result())).toMatch(
    /^TypeError: a worker can't get the bound or built-in function 'bound work', which has no text/,
  );
  const coroutine = asyncio.coroutine(async function work() {});
  expect(await settled(pool.submit(coroutine).result())).toMatch(
    /^TypeError: a worker can't get the coroutine function 'work' from its text/,
  );
  const key = 'computed';
  const { [key]: computed } = { [key]() {} };
  expect(await settled(pool.submit(computed).result())).toMatch(
    /^(NameError: name 'key'|TypeError: a worker can't make)/,
  );
});

test('functions of the language and of Node are known', async () => {
  const { readFileSync } = require('node:fs') as typeof import('node:fs');
  expect(await pool.submit(Math.max, 1, 3, 2).result()).toBe(3);
  expect(await pool.submit(parseInt, '12').result()).toBe(12);
  const file = moduleFile('text.txt', 'read');
  expect(String(await pool.submit(readFileSync as (path: string) => Buffer, file).result())).toBe('read');
  const missing = await pool.submit(readFileSync, `${file}.no`).exception();
  expect(missing).toBeInstanceOf(asyncio.FileNotFoundError);
  expect(missing).toMatchObject({ code: 'ENOENT', syscall: 'open', path: `${file}.no` });
});
