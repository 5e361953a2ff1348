/** Reads what was typed. */
import { parse, type ParserOptions } from '@babel/parser';
import type { Node, Statement } from '@babel/types';

/** A text and what is in it. */
export interface Reading {
  readonly text: string;
  readonly statements: readonly Statement[];
  /** Whether there is something that only TypeScript allows. */
  readonly hasTypes: boolean;
  /** The words `import` of all `import(…)`. */
  readonly imports: readonly Node[];
  /** Whether something is awaited outside of all functions. */
  readonly awaits: boolean;
}

const OPTIONS: ParserOptions = {
  sourceType: 'module',
  strictMode: false,
  plugins: ['typescript', 'decorators', 'decoratorAutoAccessors', 'explicitResourceManagement'],
  attachComment: false,
  createParenthesizedExpressions: true,
  createImportExpressions: false,
  // A name may be declared anew, at the same prompt too.
  errorRecovery: true,
};

/** Reads a text; throws its first mistake. */
export function read(text: string): Reading {
  // What begins like a block may be meant as an object.
  if (/^\s*\{/.test(text) && !/;\s*$/.test(text)) {
    try {
      return readProgram(`(${text.trimEnd()})`);
    } catch {
      // Then it is a block.
    }
  }
  // A text at the begin would be a directive.
  return readProgram(/^\s*["']/.test(text) ? `;${text}` : text);
}

const TOLERATED: readonly string[] = ['VarRedeclaration', 'DuplicateExport', 'StrictDelete', 'StrictWith'];

function readProgram(text: string): Reading {
  const { program, errors } = parse(text, OPTIONS);
  const mistake = (errors as readonly (SyntaxError & { readonly reasonCode: string })[] | null)?.find(
    ({ reasonCode }) => !TOLERATED.includes(reasonCode),
  );
  if (mistake !== undefined) throw mistake;
  const statements = program.body;
  const imports = statements.flatMap(importsIn);
  return { text, statements, imports, hasTypes: statements.some(isTyped), awaits: statements.some(isAwaiting) };
}

const importsIn = (node: Node): Node[] => (node.type === 'Import' ? [node] : childrenOf(node).flatMap(importsIn));

/** Whether a text has ended too early. */
export function endsEarly(text: string): boolean {
  try {
    read(text);
    return false;
  } catch (error) {
    return isUnfinished(error, text);
  }
}

/** Whether a mistake is that the text has ended too early. */
export function isUnfinished(error: unknown, text: string): boolean {
  if (!(error instanceof SyntaxError)) return false;
  const { pos, reasonCode } = error as SyntaxError & { readonly pos?: number; readonly reasonCode?: string };
  if (reasonCode === 'UnterminatedTemplate' || reasonCode === 'UnterminatedComment') return true;
  return reasonCode !== 'UnterminatedString' && pos !== undefined && pos >= text.trimEnd().length;
}

function isTyped(node: Node): boolean {
  return node.type.startsWith('TS') || node.type === 'Decorator' || ownTypes(node) || childrenOf(node).some(isTyped);
}

/** What has no node of its own. */
function ownTypes(node: Node): boolean {
  const { optional, definite, declare, abstract, accessibility, importKind, exportKind } = node as unknown as Record<
    string,
    unknown
  >;
  if (optional === true && !node.type.startsWith('Optional')) return true;
  return (
    [definite, declare, abstract].includes(true) || accessibility != null || [importKind, exportKind].includes('type')
  );
}

function isAwaiting(node: Node): boolean {
  switch (node.type) {
    case 'AwaitExpression':
    case 'ImportDeclaration':
      return true;
    case 'ForOfStatement':
      if (node.await) return true;
      break;
    case 'VariableDeclaration':
      if (node.kind === 'await using') return true;
      break;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return false;
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return node.type !== 'ClassPrivateMethod' && node.computed && isAwaiting(node.key);
    default:
  }
  return childrenOf(node).some(isAwaiting);
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string' &&
  'start' in value;
