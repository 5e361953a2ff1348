/**
 * Tests in compiled style: the compiler takes the `async` functions of a file that are handed to a maker of coroutine
 * functions. What Jest calls stays native, since it starts loops, which can't be done inside of a coroutine.
 */
import { transform } from '@asyncio-ts/compiler';
import * as ts from 'typescript';

/** `generator` is the maker of a test's own. */
const MAKERS = new Set(['coroutine', 'asyncgen', 'generator']);

const RUNTIME = "import * as _asyncio from 'asyncio-ts/compiled'; ";

/** What the compiler puts before an expression. */
const HEAD = 'import * as _asyncio from "asyncio-ts/compiled"; ';

function isAsyncFunction(node: ts.Node): boolean {
  return (
    (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)
  );
}

/** The last part of the name of what a call calls. */
function calledName({ expression }: ts.CallExpression): string | null {
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return ts.isIdentifier(name) ? name.text : null;
}

function compiled(expression: string): string {
  const code = transform(`(${expression})`, { filename: 'test.ts', sourceType: 'module' })?.code;
  if (code?.startsWith(HEAD) !== true) throw new Error(`the compiler has made something unexpected:\n${String(code)}`);
  return code.slice(HEAD.length);
}

/** The source of a file in compiled style, its lines where they were; null if it has nothing to compile. */
export function inCompiledStyle(source: string): string | null {
  const file = ts.createSourceFile('test.ts', source, ts.ScriptTarget.ESNext, true);
  let text = '';
  let end = 0;
  const visit = (node: ts.Node): void => {
    if (isAsyncFunction(node) && ts.isCallExpression(node.parent) && MAKERS.has(calledName(node.parent) ?? '')) {
      text += source.slice(end, node.getStart()) + compiled(node.getText());
      end = node.end;
    } else ts.forEachChild(node, visit);
  };
  visit(file);
  return end === 0 ? null : RUNTIME + text + source.slice(end);
}

/** Whether a file of tests says something else in compiled style: its own bodies, or those that it has from the kits. */
export function isMeant(source: string): boolean {
  return /\binEvery(Style|Way)\b|support\/matrix'/.test(source) || inCompiledStyle(source) !== null;
}
