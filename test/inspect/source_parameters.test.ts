import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { constructorParameters, functionParameters, type SourceParameter } from '#asyncio/inspect/source_parameters';

/** A parameter in a form that is easy to write down: `name`, `{key, …rest}`, `[]`, with `...` and ` = default`. */
function show(parameter: SourceParameter): string {
  const { binding, rest, fallback } = parameter;
  let text = '[]';
  if (binding.type === 'name') text = binding.name;
  if (binding.type === 'object') {
    const properties = binding.properties.map(
      (property) => `${property.key ?? '?'}${property.fallback === null ? '' : ` = ${property.fallback.text}`}`,
    );
    if (binding.rest !== null) properties.push(`...${binding.rest}`);
    text = `{${properties.join(', ')}}`;
  }
  return `${rest ? '...' : ''}${text}${fallback === null ? '' : ` = ${fallback.text}`}`;
}

const ofFunction = (source: string): string[] => functionParameters(source).map(show);
const ofClass = (source: string): string[] | null => constructorParameters(source)?.map(show) ?? null;

describe('the parameters of a function', () => {
  test.each([
    ['function () {}', []],
    ['function f(a, b) { return (a); }', ['a', 'b']],
    ['function* f(a) { yield a; }', ['a']],
    ['function*(a) {}', ['a']],
    ['async function f(a) {}', ['a']],
    ['async function* f(a) {}', ['a']],
    ['function anonymous(a,b\n) {\nreturn a\n}', ['a', 'b']],
    ['() => 1', []],
    ['a => (a, 1)', ['a']],
    ['(a) => a', ['a']],
    ['async a => a', ['a']],
    ['async => async', ['async']],
    ['async (a) => a', ['a']],
    ['async(a) {}', ['a']],
    ['m(a) {}', ['a']],
    ['async m(a) {}', ['a']],
    ['*m(a) {}', ['a']],
    ['async *m(a) {}', ['a']],
    ['get x() { return (1); }', []],
    ['set x(value) {}', ['value']],
    ['get(a) {}', ['a']],
    ['static(a) {}', ['a']],
    ['class(a) {}', ['a']],
    ['"a (b) c"(d) {}', ['d']],
    ['12(d) {}', ['d']],
    ['#secret(a) {}', ['a']],
    ['[Symbol.iterator](a) {}', ['a']],
    ['async *[f("(", (1))](a) {}', ['a']],
    ['get [`${(x) => x}`]() {}', []],
    ['a /* (b) */ => a', ['a']],
    ['function /* (x) */ f /* (y) */ (/* z, */ a /* , b */, // c,\n d) {}', ['a', 'd']],
    ['(a, b,) => a', ['a', 'b']],
    ['(\\u0061b, $, _) => 1', ['ab', '$', '_']],
  ])('%s', (source, expected) => {
    expect(ofFunction(source)).toEqual(expected);
  });
});

describe('default values', () => {
  test.each([
    ['(a = 1, b = "x, y) =>") => a', ['a = 1', 'b = "x, y) =>"']],
    ['(a = (1, 2), b = [3, 4], c = { d: 5, e: 6 }) => a', ['a = (1, 2)', 'b = [3, 4]', 'c = { d: 5, e: 6 }']],
    ['(a = (x, y = 2) => x, b) => a', ['a = (x, y = 2) => x', 'b']],
    ['(a = function (x, y) { return /[)]/; }, b = 1) => a', ['a = function (x, y) { return /[)]/; }', 'b = 1']],
    [
      '(a = class { m(x, y) { if (x) /,\\)/.test(y) } }, b) => a',
      ['a = class { m(x, y) { if (x) /,\\)/.test(y) } }', 'b'],
    ],
    ['(a = `,)${[`}`, ")"]}`, b) => a', ['a = `,)${[`}`, ")"]}`', 'b']],
    [
      '(a = x ? y : z, b = x == y, c = x => y, d = x <= y) => a',
      ['a = x ? y : z', 'b = x == y', 'c = x => y', 'd = x <= y'],
    ],
    ['(a /* 1 */ = /* 2 */ 3 /* 4 */, b) => a', ['a = 3', 'b']],
    ['(a = /[,)]/g, b = 4 / 2 / 1) => a', ['a = /[,)]/g', 'b = 4 / 2 / 1']],
    ["(a = ')', b = '\\'', c = \"//\") => a", ["a = ')'", "b = '\\''", 'c = "//"']],
    ['(a, b = a = 3) => a', ['a', 'b = a = 3']],
  ])('%s', (source, expected) => {
    expect(ofFunction(source)).toEqual(expected);
  });
});

describe('patterns and rest', () => {
  test.each([
    ['(...args) => 1', ['...args']],
    ['(a, ...[b, c]) => 1', ['a', '...[]']],
    ['(a, ...{ length }) => 1', ['a', '...{length}']],
    ['([a, b = 2], c) => 1', ['[]', 'c']],
    ['([a, b] = [1, 2]) => 1', ['[] = [1, 2]']],
    ['({ a, b: c, d = 1, e: f = 2, ...rest }) => 1', ['{a, b, d = 1, e = 2, ...rest}']],
    ['({ a: { b }, c: [d] = [], "e-f": g, [h]: i, 1: j } = {}) => 1', ['{a, c = [], e-f, ?, ?} = {}']],
    ['({ a = b ? { c: 1 } : d, e }) => 1', ['{a = b ? { c: 1 } : d, e}']],
    ['({}) => 1', ['{}']],
    ['(a, { signal = null, } = {},) => 1', ['a', '{signal = null} = {}']],
  ])('%s', (source, expected) => {
    expect(ofFunction(source)).toEqual(expected);
  });
});

describe('the parameters of a constructor', () => {
  test.each([
    ['class A { constructor(a, b = 1) {} }', ['a', 'b = 1']],
    ['class { constructor() {} }', []],
    ['class A extends B { m(x) { return (y); } constructor(a) { super(a); } }', ['a']],
    ['class A { x = 1; y = () => { }; static z = { constructor(q) {} }; constructor(a) {} }', ['a']],
    ['class A { x = 1\n constructor(a) {} }', ['a']],
    ['class A { x = /[}]/\n constructor(a) {} }', ['a']],
    ['class A { "constructor"(a) {} }', ['a']],
    ["class A { 'constructor' (a) {} }", ['a']],
    ['class A { static { if (x) /}/.test(y) } constructor(a) {} }', ['a']],
    ['class A { static constructor(x) {} constructor(a) {} }', ['a']],
    ['class A { static async *constructor(x) {} static get constructor() {} constructor(a) {} }', ['a']],
    ['class A { m() { return this.constructor(1) } constructor(a) {} }', ['a']],
    ['class A { x = this.constructor(1); constructor(a) {} }', ['a']],
    ['class A { x = function constructor(q) {}; constructor(a) {} }', ['a']],
    ['class A extends mixin({ constructor(q) {} }) { constructor(a) {} }', ['a']],
    ['class A extends (class { constructor(q) {} }) { constructor(a) {} }', ['a']],
    ['class A extends class B extends C { constructor(q) {} } { constructor(a) {} }', ['a']],
    ['class A extends function (x) { return {} } { constructor(a) {} }', ['a']],
    ['class A extends { b: class {} }.b { constructor(a) {} }', ['a']],
    ['class A extends b.class { constructor(a) {} }', ['a']],
    ['class A extends b?.[{ c: 1 }] { constructor(a) {} }', ['a']],
    ['class A extends new (f({})) { constructor(a) {} }', ['a']],
    ['class A extends b`{${{}}` { constructor(a) {} }', ['a']],
    ['@dec({ a: class {} }) @(x) class A { @dec2() m() {} constructor(a) {} }', ['a']],
    ['class A { [`constructor`](x) {} ["constructor"](y) {} constructor(a) {} }', ['a']],
    ['class A { #constructors(x) {} constructor(a) {} }', ['a']],
    ['class /* { constructor(x) {} */ A { /* constructor(y) {} */ constructor /* ( */ (a) /* { */ {} }', ['a']],
  ])('%s', (source, expected) => {
    expect(ofClass(source)).toEqual(expected);
  });

  test.each([
    'class A {}',
    'class A { m(x) {} static constructor(x) {} }',
    'class A extends B { x = this.constructor; y = { constructor(z) {} }; }',
    'class A extends class { constructor(q) {} } { m() {} }',
    'class A { m() { class B { constructor(x) {} } } }',
    'class A { ["constructor"](x) {} }',
  ])('there are none of its own in %s', (source) => {
    expect(ofClass(source)).toBeNull();
  });
});

describe('real programs', () => {
  /** What TypeScript's parser says of a parameter, in the form of `show`. */
  function expected(parameter: ts.ParameterDeclaration, file: ts.SourceFile): string {
    const { name } = parameter;
    let text = '[]';
    if (ts.isIdentifier(name)) text = name.text;
    if (ts.isObjectBindingPattern(name)) {
      const parts = name.elements.map((element) => {
        const target = element.name.getText(file);
        if (element.dotDotDotToken !== undefined) return `...${target}`;
        const key = element.propertyName ?? element.name;
        const known = ts.isIdentifier(key) || ts.isStringLiteral(key);
        return `${known ? key.text : '?'}${element.initializer === undefined ? '' : ` = ${element.initializer.getText(file)}`}`;
      });
      text = `{${parts.join(', ')}}`;
    }
    const fallback = parameter.initializer === undefined ? '' : ` = ${parameter.initializer.getText(file)}`;
    return `${parameter.dotDotDotToken === undefined ? '' : '...'}${text}${fallback}`;
  }

  /** Checks every function and class of a file, and counts them. */
  function check(path: string): number {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
    let count = 0;
    const visit = (node: ts.Node): void => {
      if (ts.isClassLike(node)) {
        const constructor = node.members.find((member) => ts.isConstructorDeclaration(member));
        const parameters = constructor?.parameters.map((parameter) => expected(parameter, file)) ?? null;
        expect(ofClass(node.getText(file))).toEqual(parameters);
        count += 1;
      } else if (ts.isFunctionLike(node) && !ts.isConstructorDeclaration(node)) {
        // The text of a static method begins behind the word `static`.
        const source = node.getText(file).replace(/^static\s+/, '');
        expect(ofFunction(source)).toEqual(node.parameters.map((parameter) => expected(parameter, file)));
        count += 1;
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return count;
  }

  test('every function of a test library and a transpiler reads as a real parser reads it', () => {
    const files = ['fast-check', 'ts-jest'].flatMap((name) => {
      const folder = dirname(require.resolve(`${name}/package.json`));
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      return names
        .filter((path) => /\.[cm]?js$/.test(path) && !path.includes('node_modules'))
        .map((path) => join(folder, path));
    });
    expect(files.reduce((sum, path) => sum + check(path), 0)).toBeGreaterThan(2000);
  }, 60_000);
});
