// What the tests call, as the checker of TypeScript resolves it.
import ts from 'typescript';

/** Calls that are no call in the text: which methods of the first argument stand behind them. */
const BEHIND_FUNCTIONS = {
  repr: ['__repr__'],
  String: ['__repr__', '__str__'],
  str: ['__str__'],
  inspect: ['__repr__'],
  async_with: ['__aenter__', '__aexit__', '__enter__', '__exit__'],
  enter: ['__aenter__', '__aexit__'],
};

/** The same for functions that do it to each of their arguments: the programs of the oracle write values by `repr`. */
const BEHIND_FUNCTIONS_OF_ALL = { trace: ['__repr__'] };

/**
 * Those of the wanted symbols that the given source files name in what they do; `wanted` has them by names, of a function,
 * a class, a member or a value.
 */
export function usedSymbols(wanted, files, checker) {
  const helpers = findHelpers(files, checker);
  // What is still looked for: by declarations, and by names, since to find the types before all dots takes long.
  const open = new Map();
  const names = new Map();
  for (const [name, symbol] of wanted) {
    for (const declaration of symbol.declarations ?? [])
      open.set(declaration, [...(open.get(declaration) ?? []), symbol]);
    names.set(name, (names.get(name) ?? new Set()).add(symbol.declarations?.[0]));
  }
  const used = new Set();
  const add = (symbol) => {
    if (symbol === undefined) return;
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const declaration of target.declarations ?? []) {
      if (!open.has(declaration)) continue;
      for (const found of open.get(declaration)) used.add(found);
      open.delete(declaration);
      for (const [name, declarations] of names) {
        if (declarations.delete(declaration) && declarations.size === 0) names.delete(name);
      }
    }
  };
  const addMembers = (expression, members) => {
    if (!members.some((name) => names.has(name))) return;
    const type = checker.getNonNullableType(checker.getTypeAtLocation(expression));
    for (const one of type.isUnion() ? type.types : [type]) for (const name of members) add(one.getProperty(name));
  };
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (!ts.isExpressionWithTypeArguments(node)) return;
    }
    if (ts.isPropertyAccessExpression(node)) {
      if (names.has(node.name.text)) add(checker.getSymbolAtLocation(node.name));
    } else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      addMembers(node.expression, [node.argumentExpression.text]);
    } else if (ts.isIdentifier(node) && !isName(node)) add(checker.getSymbolAtLocation(node));
    else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      addMembers(node.parent, [(node.propertyName ?? node.name).getText()]);
    }
    for (const [expression, names] of callsBehind(node)) addMembers(expression, names);
    for (const [expression, names] of callsOfHelper(node, helpers, checker)) addMembers(expression, names);
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return used;
}

/** Whether an identifier declares something, or is the name after a dot, which is looked at with what is before it. */
function isName(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return parent.name === node && !ts.isShorthandPropertyAssignment(parent);
}

/** The objects whose methods a piece of syntax calls, and the names of these methods. */
function callsBehind(node) {
  if (ts.isAwaitExpression(node)) return [[node.expression, ['__await__']]];
  if (ts.isYieldExpression(node) && node.asteriskToken) return [[node.expression, ['__await__', '__iter__']]];
  if (ts.isForOfStatement(node)) {
    return [[node.expression, node.awaitModifier ? ['__aiter__', '__anext__'] : ['__iter__', '__next__']]];
  }
  if (ts.isSpreadElement(node)) return [[node.expression, ['__iter__', '__next__']]];
  if (ts.isTemplateSpan(node)) return [[node.expression, ['__repr__', '__str__']]];
  if (!ts.isCallExpression(node) || node.arguments.length === 0) return [];
  const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  if (!ts.isIdentifier(callee)) return [];
  const [first] = node.arguments;
  const all = Object.hasOwn(BEHIND_FUNCTIONS_OF_ALL, callee.text) ? BEHIND_FUNCTIONS_OF_ALL[callee.text] : null;
  if (all !== null) return node.arguments.map((argument) => [argument, all]);
  if (!Object.hasOwn(BEHIND_FUNCTIONS, callee.text)) return [];
  const expressions = ts.isArrayLiteralExpression(first) ? first.elements : [first];
  return expressions.map((expression) => [expression, BEHIND_FUNCTIONS[callee.text]]);
}

/**
 * The functions of the tests that hand a parameter of theirs, as it is, to one of the functions above, such as
 * `const masked = (value: unknown) => asyncio.repr(value).replace(…)`: by their declaration, the index of the parameter
 * and the names of the methods.
 */
function findHelpers(files, checker) {
  const helpers = new Map();
  const visit = (node) => {
    for (const [expression, names] of callsBehind(node)) {
      if (!ts.isIdentifier(expression)) continue;
      const parameter = checker.getSymbolAtLocation(expression)?.valueDeclaration;
      if (parameter === undefined || !ts.isParameter(parameter) || parameter.dotDotDotToken !== undefined) continue;
      const { parent } = parameter;
      helpers.set(parent, [...(helpers.get(parent) ?? []), [parent.parameters.indexOf(parameter), names]]);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return helpers;
}

/** What a call of one of these functions does to the arguments. */
function callsOfHelper(node, helpers, checker) {
  if (!ts.isCallExpression(node) || node.arguments.length === 0 || !ts.isIdentifier(node.expression)) return [];
  const declaration = checker.getSymbolAtLocation(node.expression)?.valueDeclaration;
  const found = helpers.get(declaration?.initializer ?? declaration) ?? [];
  return found
    .filter(([index]) => index < node.arguments.length)
    .map(([index, names]) => [node.arguments[index], names]);
}
