/**
 * Derives the generator style of a program from its wrapped style, so that one source proves both.
 *
 *     asyncio.coroutine(async (x) => { … await y … })    asyncio.coroutine(function* (x) { … yield* y … })
 *     asyncio.async_with(cm, async (x) => { … })         asyncio.async_with(cm, function* (x) { … })
 *     for await (const x of it) { … }                    yield* asyncio.async_for(it, function* (x) { … })
 *     asyncio.asyncgen(async function* () { yield 1 })   asyncio.asyncgen(function* () { yield* asyncio.yield_(1) })
 *
 * An `async` function that is not handed to the library stays what it is: a plain `async` function.
 */
import * as ts from 'typescript';

const { factory } = ts;

/** What the body of a converted function may contain. */
type Kind = 'coroutine' | 'asyncgen';

type AsyncFunction = ts.ArrowFunction | ts.FunctionExpression;

/** The functions of the library that take coroutine bodies, and what these are. */
const TAKES_BODY: Readonly<Record<string, Kind>> = {
  coroutine: 'coroutine',
  async_with: 'coroutine',
  async_for: 'coroutine',
  asyncgen: 'asyncgen',
};

/** Makers of futures and tasks: what they return can stand right behind `yield*`. */
const MAKES_FUTURE = new Set(['create_task', 'create_future', 'ensure_future', 'gather', 'Future', 'Task']);

const SELF = 'self_';

function library(name: string, ...args: ts.Expression[]): ts.CallExpression {
  return factory.createCallExpression(member(name), undefined, args);
}

function member(name: string): ts.PropertyAccessExpression {
  return factory.createPropertyAccessExpression(factory.createIdentifier('asyncio'), name);
}

/** `yield* x`, which has to stand in parentheses wherever `await x` need not. */
function delegated(operand: ts.Expression): ts.Expression {
  return factory.createParenthesizedExpression(
    factory.createYieldExpression(factory.createToken(ts.SyntaxKind.AsteriskToken), operand),
  );
}

/** `name` for `asyncio.name`, else null. */
function libraryName(expression: ts.Expression): string | null {
  return ts.isPropertyAccessExpression(expression) &&
    ts.isIdentifier(expression.expression) &&
    expression.expression.text === 'asyncio'
    ? expression.name.text
    : null;
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);
}

function isAsync(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.AsyncKeyword);
}

function isAsyncFunction(node: ts.Node): node is AsyncFunction {
  return (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && isAsync(node);
}

function isAwaitUsing(node: ts.VariableDeclarationList): boolean {
  const all: number = ts.NodeFlags.AwaitUsing;
  return (node.flags & all) === all;
}

function isFunction(node: ts.Node): boolean {
  return ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node);
}

/** Whether `this` of the surrounding function occurs in the node. */
function mentionsThis(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (isFunction(node) && !ts.isArrowFunction(node)) return false;
  return ts.forEachChild(node, mentionsThis) ?? false;
}

/** Whether the body of a loop has to stand in the surrounding function: it leaves it, or an outer loop, or yields. */
function belongsToFunction(node: ts.Node): boolean {
  if (isFunction(node)) return false;
  if (ts.isReturnStatement(node) || ts.isYieldExpression(node)) return true;
  if (ts.isBreakOrContinueStatement(node) && node.label !== undefined) return true;
  return ts.forEachChild(node, belongsToFunction) ?? false;
}

function withThis(node: ts.ConciseBody): ts.ConciseBody {
  const visit = (child: ts.Node): ts.Node => {
    if (child.kind === ts.SyntaxKind.ThisKeyword) return factory.createIdentifier(SELF);
    if (isFunction(child) && !ts.isArrowFunction(child)) return child;
    return ts.visitEachChild(child, visit, undefined);
  };
  return visit(node) as ts.ConciseBody;
}

class GeneratorStyle {
  readonly #coroutines = new Set<string>();
  readonly #futures = new Set<string>();

  /** How many functions could be converted so far; null: all of them are. */
  #count: number | null;

  constructor(file: ts.SourceFile, mixed: boolean) {
    this.#count = mixed ? 0 : null;
    this.#learnNames(file);
  }

  /** Outside any converted function. */
  readonly visit = (node: ts.Node): ts.Node => {
    if (ts.isCallExpression(node)) {
      const kind = TAKES_BODY[libraryName(node.expression) ?? ''];
      if (kind !== undefined) return this.#call(node, kind, this.visit);
    }
    if (ts.isMethodDeclaration(node)) return this.#method(node);
    return ts.visitEachChild(node, this.visit, undefined);
  };

  #isChosen(): boolean {
    if (this.#count === null) return true;
    this.#count += 1;
    return this.#count % 2 === 0;
  }

  #learnNames(node: ts.Node): void {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
      const made = node.initializer;
      if (ts.isCallExpression(made) || ts.isNewExpression(made)) {
        const callee = made.expression;
        const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
        if (libraryName(callee) === 'coroutine') this.#coroutines.add(node.name.text);
        else if (MAKES_FUTURE.has(name)) this.#futures.add(node.name.text);
      }
    }
    ts.forEachChild(node, (child) => {
      this.#learnNames(child);
    });
  }

  /** A call that takes coroutine bodies; its other arguments belong to the surroundings. */
  #call(node: ts.CallExpression, kind: Kind, outer: ts.Visitor): ts.CallExpression {
    const args = node.arguments.map((argument) => {
      if (!isAsyncFunction(argument)) return ts.visitNode(argument, outer) as ts.Expression;
      return this.#isChosen() ? this.#function(argument, kind) : (this.#plainFunction(argument) as ts.Expression);
    });
    return factory.updateCallExpression(node, node.expression, node.typeArguments, args);
  }

  /** A method under `@asyncio.coroutine` or `@asyncio.asyncgen`. */
  #method(node: ts.MethodDeclaration): ts.Node {
    const decorators = (ts.getDecorators(node) ?? []).map((decorator) => libraryName(decorator.expression) ?? '');
    const kind = decorators.map((name) => TAKES_BODY[name]).find((found) => found !== undefined);
    if (kind === undefined || !isAsync(node) || node.body === undefined || !this.#isChosen()) {
      return ts.visitEachChild(node, this.visit, undefined);
    }
    return factory.updateMethodDeclaration(
      node,
      node.modifiers?.filter((modifier) => modifier.kind !== ts.SyntaxKind.AsyncKeyword),
      factory.createToken(ts.SyntaxKind.AsteriskToken),
      node.name,
      node.questionToken,
      node.typeParameters,
      node.parameters,
      undefined,
      this.#body(node.body, kind),
    );
  }

  #function(node: AsyncFunction, kind: Kind): ts.Expression {
    const arrow = ts.isArrowFunction(node);
    const bound = arrow && mentionsThis(node.body);
    const converted = factory.createFunctionExpression(
      undefined,
      factory.createToken(ts.SyntaxKind.AsteriskToken),
      arrow ? undefined : node.name,
      undefined,
      node.parameters,
      undefined,
      this.#body(bound ? withThis(node.body) : node.body, kind),
    );
    if (!bound) return converted;
    // A generator can't be an arrow function: hand it the `this` of the place where it is made.
    const parameter = factory.createParameterDeclaration(undefined, undefined, SELF);
    const maker = factory.createArrowFunction(undefined, undefined, [parameter], undefined, undefined, converted);
    return factory.createCallExpression(factory.createParenthesizedExpression(maker), undefined, [
      factory.createThis(),
    ]);
  }

  #body(body: ts.ConciseBody, kind: Kind): ts.Block {
    const block = ts.isBlock(body) ? body : factory.createBlock([factory.createReturnStatement(body)]);
    return ts.visitEachChild(block, this.#inside(kind), undefined);
  }

  /** Inside a converted function. */
  #inside(kind: Kind): ts.Visitor {
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isAwaitExpression(node)) {
        return delegated(this.#awaitable(node.expression, ts.visitNode(node.expression, visit) as ts.Expression));
      }
      if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return this.#forAwait(node, visit);
      if (ts.isYieldExpression(node) && kind === 'asyncgen') {
        if (node.asteriskToken !== undefined) throw new Error('an asynchronous generator delegates');
        const value = node.expression === undefined ? [] : [ts.visitNode(node.expression, visit) as ts.Expression];
        return delegated(library('yield_', ...value));
      }
      if (ts.isVariableDeclarationList(node) && isAwaitUsing(node)) {
        throw new Error('`await using` has no generator style: write asyncio.async_with');
      }
      if (ts.isCallExpression(node)) {
        const inner = TAKES_BODY[libraryName(node.expression) ?? ''];
        if (inner !== undefined) return this.#call(node, inner, visit);
      }
      if (isFunction(node)) return ts.isMethodDeclaration(node) ? this.#method(node) : this.#plainFunction(node);
      return ts.visitEachChild(node, visit, undefined);
    };
    return visit;
  }

  /** A function that stays as it is; what it hands to the library is converted all the same. */
  #plainFunction(node: ts.Node): ts.Node {
    return ts.visitEachChild(node, this.visit, undefined);
  }

  /** What stands behind `yield*`: the thing itself where it surely is one of the library's. */
  #awaitable(original: ts.Expression, operand: ts.Expression): ts.Expression {
    if (ts.isCallExpression(original)) {
      const name = libraryName(original.expression);
      if (name !== null && name !== 'anext') return operand;
      if (ts.isIdentifier(original.expression) && this.#coroutines.has(original.expression.text)) return operand;
    }
    if (ts.isIdentifier(original) && this.#futures.has(original.text)) return operand;
    return library('await_', operand);
  }

  #forAwait(node: ts.ForOfStatement, visit: ts.Visitor): ts.Statement {
    if (!ts.isVariableDeclarationList(node.initializer)) throw new Error('`for await` without a declaration');
    const target = node.initializer.declarations[0]?.name;
    if (target === undefined) throw new Error('`for await` without a variable');
    const iterable = ts.visitNode(node.expression, visit) as ts.Expression;
    return belongsToFunction(node.statement)
      ? this.#explicitLoop(node, target, iterable, visit)
      : this.#asyncFor(node, target, iterable, visit);
  }

  /** `yield* asyncio.async_for(iterable, function* (target) { … })` */
  #asyncFor(node: ts.ForOfStatement, target: ts.BindingName, iterable: ts.Expression, visit: ts.Visitor): ts.Statement {
    const jumps = (child: ts.Node): ts.Node => {
      if (isFunction(child)) return child;
      if (ts.isBreakStatement(child)) return factory.createReturnStatement(member('BREAK'));
      if (ts.isContinueStatement(child)) return factory.createReturnStatement();
      if (ts.isIterationStatement(child, false)) return child;
      if (ts.isSwitchStatement(child)) throw new Error('a switch in `for await` is not converted');
      return ts.visitEachChild(child, jumps, undefined);
    };
    const statement = jumps(ts.visitNode(node.statement, visit) as ts.Statement) as ts.Statement;
    const body = factory.createFunctionExpression(
      undefined,
      factory.createToken(ts.SyntaxKind.AsteriskToken),
      undefined,
      undefined,
      [factory.createParameterDeclaration(undefined, undefined, target)],
      undefined,
      ts.isBlock(statement) ? statement : factory.createBlock([statement]),
    );
    const keywords = mentionsThis(node.statement)
      ? [factory.createObjectLiteralExpression([factory.createPropertyAssignment('this_', factory.createThis())])]
      : [];
    return factory.createExpressionStatement(delegated(library('async_for', iterable, body, ...keywords)));
  }

  /** The protocol written out, for bodies that can't become functions. */
  #explicitLoop(
    node: ts.ForOfStatement,
    target: ts.BindingName,
    iterable: ts.Expression,
    visit: ts.Visitor,
  ): ts.Statement {
    const iterator = factory.createUniqueName('iterator');
    const value = factory.createUniqueName('value');
    const error = factory.createUniqueName('error');
    const declare = (name: ts.BindingName, initial: ts.Expression | undefined, flags: ts.NodeFlags): ts.Statement =>
      factory.createVariableStatement(
        undefined,
        factory.createVariableDeclarationList(
          [factory.createVariableDeclaration(name, undefined, undefined, initial)],
          flags,
        ),
      );
    const next = delegated(library('await_', library('anext', iterator)));
    const ended = factory.createBinaryExpression(error, ts.SyntaxKind.InstanceOfKeyword, member('StopAsyncIteration'));
    const step = factory.createTryStatement(
      factory.createBlock([factory.createExpressionStatement(factory.createAssignment(value, next))]),
      factory.createCatchClause(
        error,
        factory.createBlock([
          factory.createIfStatement(ended, factory.createBreakStatement()),
          factory.createThrowStatement(error),
        ]),
      ),
      undefined,
    );
    return factory.createBlock([
      declare(iterator, library('aiter', iterable), ts.NodeFlags.Const),
      factory.createForStatement(
        undefined,
        undefined,
        undefined,
        factory.createBlock([
          declare(value, undefined, ts.NodeFlags.Let),
          step,
          declare(target, value, ts.NodeFlags.Const),
          ts.visitNode(node.statement, visit) as ts.Statement,
        ]),
      ),
    ]);
  }
}

/**
 * The same program in generator style; mixed: every other function stays native.
 *
 * The result is for `toJavaScript`, since its types are not right any more.
 */
export function generatorStyle(source: string, mixed = false): string {
  const file = ts.createSourceFile('scenario.ts', source, ts.ScriptTarget.ES2022, true);
  const style = new GeneratorStyle(file, mixed);
  const converted = ts.visitEachChild(file, style.visit, undefined);
  return ts.createPrinter().printFile(converted);
}

/** TypeScript to a CommonJS module body. */
export function toJavaScript(source: string): string {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: false };
  return ts.transpileModule(source, { compilerOptions: options }).outputText;
}
