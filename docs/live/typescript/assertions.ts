/** Lines `expr; // => value`, by which an example says what it does: they are tested, and a page shows the values. */
import { parse, parseExpression, type ParserPlugin } from '@babel/parser';

const PLUGINS: ParserPlugin[] = ['typescript', 'decorators', 'decoratorAutoAccessors', 'explicitResourceManagement'];

/** A statement whose value is told. */
export interface Assertion {
  /** From 1, as editors count. */
  readonly line: number;
  readonly expression: string;
  /** What stands behind the arrow. */
  readonly value: string;
  /** Whether that is an expression, as it has to be; while somebody types, it may be anything. */
  readonly readable: boolean;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly expression?: Node;
  readonly trailingComments?: readonly (Node & { readonly value: string })[];
}

/**
 * The program with something else in the place of each such statement; `write` has to keep the lines of the expression.
 * Throws a SyntaxError if there is something in the program that can't be read.
 */
export function withAssertions(source: string, write: (assertion: Assertion) => string): string {
  const { program } = parse(source, { sourceType: 'module', plugins: PLUGINS });
  let text = '';
  let end = 0;
  visit(program, (node) => {
    const value = node.type === 'ExpressionStatement' ? valueAfter(node) : null;
    if (value === null || node.expression === undefined) return;
    const expression = source.slice(node.expression.start, node.expression.end);
    text += source.slice(end, node.start);
    text += write({ line: node.loc.start.line, expression, value, readable: isExpression(value) });
    end = node.end;
  });
  return text + source.slice(end);
}

/** Statements in the order of the text: one that holds an assertion is never one itself. */
function visit(value: unknown, told: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, told);
  else if (typeof value === 'object' && value !== null && 'type' in value) {
    told(value as Node);
    for (const [key, child] of Object.entries(value)) if (!key.endsWith('Comments')) visit(child, told);
  }
}

function valueAfter({ trailingComments = [], loc }: Node): string | null {
  const [comment] = trailingComments;
  if (comment?.type !== 'CommentLine' || comment.loc.start.line !== loc.end.line) return null;
  return /^ => (.*)$/.exec(comment.value)?.[1] ?? null;
}

function isExpression(text: string): boolean {
  try {
    parseExpression(text, { plugins: PLUGINS });
    return true;
  } catch {
    return false;
  }
}
