/** Types become blanks: what is left is what TypeScript makes of the source, and nothing has moved. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { erase, type Settings } from '#compiler/types/erase';
import { parse } from '#compiler/parse';
import { transformSync } from 'esbuild';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../..');

const DEFAULTS: Settings = { keepsUnusedImports: () => false, definesFields: () => true };

/** The source without types; null if it has more than types. */
function erased(source: string, settings: Partial<Settings> = {}): string | null {
  const program = parse(source, { filename: 'source.ts', sourceType: 'module' });
  const result = erase(source, program, { ...DEFAULTS, ...settings });
  if (!('text' in result)) return null;
  expect(result.text).toHaveLength(source.length);
  const positions = [...result.semicolons].reverse();
  return positions.reduce((text, position) => `${text.slice(0, position)};${text.slice(position)}`, result.text);
}

/** The same text for whatever means the same, apart from statements that are empty. */
function normal(source: string): string {
  const { code } = transformSync(source, { minifyWhitespace: true, supported: { using: true } });
  return code
    .replace(/^"use strict";|\bexport\{\};|,\{\}(?=from)/g, ' ')
    .replace(/;+/g, ';')
    .replace(/([{};\s]|^);|;(?=\})/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function byTypeScript(source: string, verbatimModuleSyntax: boolean): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax,
      isolatedModules: true,
    },
  });
  return outputText;
}

/** Compares with TypeScript; answers whether there was nothing but types. */
function isLikeTypeScript(source: string, verbatim = false): boolean {
  const text = erased(source, { keepsUnusedImports: () => verbatim });
  if (text !== null) expect(normal(text)).toBe(normal(byTypeScript(source, verbatim)));
  return text !== null;
}

const [, ...cases] = readFileSync(join(__dirname, 'types.txt'), 'utf8').split(/^### /m);

test.each(cases.map((text) => [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)]))(
  '%s: as TypeScript',
  (_title, source) => {
    expect(isLikeTypeScript(source)).toBe(true);
  },
);

describe('verbatimModuleSyntax', () => {
  test('leaves imports that nothing but types mentions', () => {
    expect(isLikeTypeScript("import A, { B, type C } from 'x'; let d: A | B | C;", true)).toBe(true);
    expect(erased("import { B } from 'x';", { keepsUnusedImports: () => true })).toBe("import { B } from 'x';");
    expect(erased("import { B } from 'x';")?.trim()).toBe(';');
  });

  test('is asked for only where it counts', () => {
    const keepsUnusedImports = jest.fn(() => false);
    erased("import { B } from 'x'; B();", { keepsUnusedImports });
    expect(keepsUnusedImports).not.toHaveBeenCalled();
  });
});

test('sources of these packages: as TypeScript', () => {
  const folder = join(ROOT, 'packages');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /^(?:asyncio|compiler|cli)\/src\/.*(?<!\.d)\.ts$/.test(name));
  const compared = files.filter((file) => isLikeTypeScript(readFileSync(join(folder, file), 'utf8'), true));
  expect(compared.length).toBeGreaterThan(files.length / 2);
}, 60_000);

describe('more than types', () => {
  test.each([
    ['an enum', 'enum E { A }'],
    ['a namespace', 'namespace N { export const x = 1 }'],
    ['a parameter property', 'class A { constructor(private x: T) {} }'],
    ['a decorator', '@d class A {}'],
    ['import =', "import a = require('a');"],
    ['export =', 'export = 1;'],
    ['an assertion by brackets', 'const x = <T>y;'],
    ['accessor', 'class A { accessor x: T = 1 }'],
  ])('%s is left to others', (_name, source) => {
    expect(erased(`${source}\nlet z: T;`)).toBeNull();
  });

  test('so are fields, where they are not those of JavaScript', () => {
    const definesFields = () => false;
    expect(erased('class A { x: T }', { definesFields })).toBeNull();
    expect(erased('class A { declare x: T; m() {} }', { definesFields })).not.toBeNull();
  });
});
