/**
 * Derives the compiled style of a program from its wrapped style: plain `async` functions.
 *
 *     asyncio.coroutine(async (x) => { … })              async (x) => { … }
 *     asyncio.asyncgen(async function* () { … })         async function* () { … }
 *     await asyncio.async_with(cm, async (x) => { … });  { await using x = cm; … }
 *     the same for TypeScript's helpers                  { await using e = await asyncio.enter(cm); const x = e.value; … }
 *
 * The last only where that is all of a statement, and the body doesn't return from itself. A `program`, which runs
 * outside of any loop, stays what it is, a native `async` function. A comment `Managers: async_with` keeps the helper.
 */
import { transform } from '@asyncio-ts/compiler';
import * as ts from 'typescript';

const { factory } = ts;

/** The calls that compiled code doesn't need. */
const WRAPPERS = new Set(['coroutine', 'asyncgen']);

/** `name` for `asyncio.name(…)`, else null. */
function calledName(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression, name } = node.expression;
  return ts.isIdentifier(expression) && expression.text === 'asyncio' ? name.text : null;
}

function isAsync(node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return (
    (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) &&
    (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword)
  );
}

function returns(node: ts.Node): boolean {
  if (ts.isReturnStatement(node)) return true;
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, returns) ?? false);
}

/** Whether a body can stand in a block of the function around it. */
function isInlineable(body: ts.Node | undefined): body is ts.ArrowFunction & { readonly body: ts.Block } {
  return (
    body !== undefined &&
    ts.isArrowFunction(body) &&
    ts.isBlock(body.body) &&
    body.parameters.length <= 1 &&
    !returns(body.body)
  );
}

/** `await asyncio.async_with(cm, async (x) => { … });` as a block with `await using`, else null. */
function block(node: ts.Node, enters: boolean): ts.Block | null {
  if (!ts.isExpressionStatement(node) || !ts.isAwaitExpression(node.expression)) return null;
  const call = node.expression.expression;
  if (!ts.isCallExpression(call) || calledName(call) !== 'async_with' || call.arguments.length !== 2) return null;
  const [managers, body] = call.arguments;
  if (managers === undefined || ts.isArrayLiteralExpression(managers) || !isInlineable(body)) return null;
  const parameter = body.parameters[0]?.name;
  if (parameter !== undefined && !ts.isIdentifier(parameter)) return null;
  const resource = parameter === undefined || enters ? factory.createUniqueName('entered') : parameter;
  const value = enters
    ? factory.createAwaitExpression(factory.createCallExpression(library('enter'), undefined, [managers]))
    : managers;
  const statements: ts.Statement[] = [declared(resource, value, ts.NodeFlags.AwaitUsing)];
  if (enters && parameter !== undefined) {
    const entered = factory.createPropertyAccessExpression(resource, 'value');
    statements.push(declared(parameter, entered, ts.NodeFlags.Const));
  }
  return factory.createBlock([...statements, body.body], true);
}

function library(name: string): ts.Expression {
  return factory.createPropertyAccessExpression(factory.createIdentifier('asyncio'), name);
}

function declared(name: ts.Identifier, value: ts.Expression, flags: ts.NodeFlags): ts.Statement {
  const declaration = factory.createVariableDeclaration(name, undefined, undefined, value);
  return factory.createVariableStatement(undefined, factory.createVariableDeclarationList([declaration], flags));
}

/** Runs a generator as the engine runs an `async` function, for what mustn't be compiled. */
const NATIVE = `const native = (body: any) => (...args: any) => new Promise((resolve, reject) => {
  const generator = body(...args);
  const step = (move: any) => {
    let result: any;
    try { result = move(); } catch (error) { reject(error); return; }
    if (result.done) resolve(result.value);
    else Promise.resolve(result.value).then((value) => step(() => generator.next(value)), (error) => step(() => generator.throw(error)));
  };
  step(() => generator.next());
});
`;

/** `export const program = async (…) => { … }` */
function nativeProgram(node: ts.Node, visit: ts.Visitor): ts.Node | null {
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || node.name.text !== 'program') return null;
  const fn = node.initializer;
  if (fn === undefined || !isAsync(fn) || !ts.isBlock(fn.body)) return null;
  const inside = (child: ts.Node): ts.Node => {
    if (ts.isAwaitExpression(child)) {
      const operand = ts.visitNode(child.expression, inside) as ts.Expression;
      return factory.createParenthesizedExpression(factory.createYieldExpression(undefined, operand));
    }
    return ts.isFunctionLike(child) || WRAPPERS.has(calledName(child) ?? '')
      ? (ts.visitNode(child, visit) as ts.Node)
      : ts.visitEachChild(child, inside, undefined);
  };
  const body = ts.visitEachChild(fn.body, inside, undefined);
  const star = factory.createToken(ts.SyntaxKind.AsteriskToken);
  const generator = factory.createFunctionExpression(
    undefined,
    star,
    undefined,
    undefined,
    fn.parameters,
    undefined,
    body,
  );
  const call = factory.createCallExpression(factory.createIdentifier('native'), undefined, [generator]);
  return factory.updateVariableDeclaration(node, node.name, undefined, undefined, call);
}

/** The same program with plain `async` functions; `enters`: managers are entered by `await asyncio.enter(cm)`. */
function compiledStyle(source: string, enters: boolean): string {
  const keepsManagers = /^\/\/ Managers: async_with \(.+\)\.$/m.test(source);
  const visit = (node: ts.Node): ts.Node => {
    const program = nativeProgram(node, visit);
    if (program !== null) return program;
    const inlined = keepsManagers ? null : block(node, enters);
    if (inlined !== null) return ts.visitEachChild(inlined, visit, undefined);
    const name = calledName(node);
    if (name !== null && WRAPPERS.has(name)) {
      const [fn, ...others] = (node as ts.CallExpression).arguments;
      if (fn !== undefined && others.length === 0 && isAsync(fn)) return ts.visitEachChild(fn, visit, undefined);
    }
    return ts.visitEachChild(node, visit, undefined);
  };
  const file = ts.createSourceFile('scenario.ts', source, ts.ScriptTarget.ES2022, true);
  const text = ts.createPrinter().printFile(ts.visitEachChild(file, visit, undefined));
  return text.includes('native(function*') ? NATIVE + text : text;
}

/** What the compiler takes: managers stand as they are. */
export function throughCompiler(source: string): string {
  const plain = compiledStyle(source, false);
  return transform(plain, { filename: 'scenario.ts', sourceType: 'module' })?.code ?? plain;
}

/** What TypeScript's own helpers make of it. That lowering can't wait on entry, so managers are entered before. */
export function throughHelpers(source: string): string {
  const plain = compiledStyle(source, true);
  const options = { target: ts.ScriptTarget.ES2016, module: ts.ModuleKind.CommonJS, importHelpers: true };
  return ts.transpileModule(plain, { compilerOptions: options }).outputText;
}

/** A trace without the names of functions, which TypeScript's helpers don't know. */
function withoutNames(trace: readonly string[]): string[] {
  return trace.map((line) =>
    line
      .replace(/(coroutine|asynchronous generator) '[^']*'/g, "$1 '…'")
      .replace(/(<(?:coroutine|async_generator) object )\S+/g, '$1…')
      .replace(/coro=<\S+\(\)/g, 'coro=<…()'),
  );
}

/** What of a trace is compared in a style. */
export const comparedIn = (style: string, lines: readonly string[]): readonly string[] =>
  style === 'helpers' ? withoutNames(lines) : lines;
