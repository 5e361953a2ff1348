/** What the compiler makes of a source, as a text. How it behaves is shown by the cases of `cases.test.ts`. */
import { transform, type TransformOptions } from '@asyncio-ts/compiler';

function compiled(source: string, options?: TransformOptions): string {
  const result = transform(source, options);
  if (result === null) throw new Error('there was nothing to compile');
  // What comes out can be read again, and there is nothing left to compile.
  expect(transform(result.code, options)).toBeNull();
  return result.code;
}

describe('what is compiled', () => {
  test('nothing where no function is async', () => {
    expect(transform('function async() { return async(); }')).toBeNull();
    expect(transform('export const x = await y; for await (const z of x) z();')).toBeNull();
  });

  test('only files with the directive, where that is asked for', () => {
    const source = 'async function f() {}';
    expect(transform(source, { directive: true })).toBeNull();
    expect(transform(`// "use asyncio"\n${source}`, { directive: true })).toBeNull();
    expect(transform(`"use asyncio"\n${source}`, { directive: true })).not.toBeNull();
  });

  test('the directive is gone afterwards', () => {
    expect(compiled('"use strict"; "use asyncio"\nexport async function f() {}')).toMatch(/^"use strict"; ; import /);
  });

  test('a module imports what it calls, a script requires it', () => {
    expect(compiled('export async function f() {}')).toMatch(/^import \* as _asyncio from "asyncio-ts\/compiled"; /);
    expect(compiled('async function f() {}')).toMatch(/^const _asyncio = require\("asyncio-ts\/compiled"\); /);
    expect(compiled('async function f() {}', { sourceType: 'module' })).toMatch(/^import /);
    expect(compiled('async function f() {}', { filename: 'a.mts' })).toMatch(/^import /);
    expect(compiled('async function f() {}', { runtime: './own.js' })).toContain('require("./own.js")');
  });

  test('the import stands behind an interpreter and directives, under a free name', () => {
    expect(compiled('#!/usr/bin/env node\nasync function f() {}')).toMatch(/^#!.*\nconst _asyncio = /);
    expect(compiled('"use strict"\nasync function f() { _asyncio(); }')).toMatch(/^"use strict"; const _asyncio1 = /);
  });

  test('code that isn’t asynchronous stays as it is', () => {
    const untouched = 'function* g() { yield 1 } class A { m() { return this } } for (const x of y) { using z = x }';
    expect(compiled(`${untouched}\nasync function f() {}`)).toContain(untouched);
  });

  test('a mistake in the source names the file', () => {
    expect(() => transform('async function f( {', { filename: 'wrong.ts' })).toThrow(/^wrong\.ts: .*\(1:/);
  });
});

test('no line is added or lost', () => {
  const source = [
    'async function f(',
    '  x,',
    ') {',
    '  await',
    '    x',
    '  for await (',
    '    const y of',
    '      x',
    '  ) {',
    '    y()',
    '  }',
    '  {',
    '    await using z = x',
    '    z()',
    '  }',
    '  const g = async',
    '    function h() {}',
    '  return async (a) =>',
    '    a + await',
    '      b',
    '}',
    'last()',
  ].join('\n');
  const lines = compiled(source).split('\n');
  expect(lines).toHaveLength(22);
  expect(lines[9]).toContain('y()');
  expect(lines[21]).toBe('last()');
});

test('types stay where they are', () => {
  const code = compiled(
    'const f = async <T>(x: T, y?: string): Promise<T> => await (x as T);\nasync function g(this: Foo, x: number): Promise<void> {}',
  );
  expect(code).toContain('*f<T>(x: T, y?: string): Promise<T>');
  expect(code).toContain('function* g$(this: Foo, x: number): Promise<void>');
  expect(code).toContain('function g(_0)');
});

test('a function with a type around it has the name that it has without', () => {
  expect(
    compiled('const f = (async () => {}) as T; const g = <T>async function () {}; const h = (async () => {})!'),
  ).toMatch(/\{ \*f\(.*\{ \*g\(.*\{ \*h\(/);
});
