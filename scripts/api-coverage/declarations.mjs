// The built declarations and the tests in one program of TypeScript: what can be called how, and what the tests call.
import ts from 'typescript';
import { library, root } from '../shell.mjs';

/** Makes the program. */
export function readProgram() {
  const file = `${root}/test/tsconfig.json`;
  const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(file, undefined, ts.sys);
  const built = `${library}/dist/index.d.cts`;
  // Type tests run nothing.
  const tests = fileNames.filter((name) => !name.endsWith('.types.ts'));
  const source = `${library}/src/index.node.ts`;
  const program = ts.createProgram([...tests, source, built], options);
  const checker = program.getTypeChecker();
  const exportsOf = (name) => checker.getSymbolAtLocation(program.getSourceFile(name));
  return {
    checker,
    tests: tests.map((name) => program.getSourceFile(name)),
    built: exportsOf(built),
    source: exportsOf(source),
  };
}

const unaliased = (symbol, checker) =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/**
 * What stands at a path, such as `['inspect', 'Parameter', 'kind']`, below the exports of a module; null if nothing does.
 * A member that a class inherits is the base class's.
 */
export function symbolAt(module, path, checker) {
  let found = module;
  for (const name of path) {
    const next = memberOf(found, name, checker);
    if (next === undefined) return null;
    found = unaliased(next, checker);
  }
  return found;
}

function memberOf(symbol, name, checker) {
  if (symbol.flags & ts.SymbolFlags.Module && !(symbol.flags & ts.SymbolFlags.Class)) {
    return checker.getExportsOfModule(symbol).find((exported) => exported.name === name);
  }
  const type = checker.getTypeOfSymbol(symbol);
  const prototype = type.getProperty('prototype');
  const instance = prototype && checker.getTypeOfSymbol(prototype);
  return instance?.getProperty(name) ?? type.getProperty(name);
}

/** What can be called: a function, or a class with `new`. */
function signaturesOf(symbol, checker) {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  const made = type.getConstructSignatures();
  return made.length > 0 ? made : type.getCallSignatures();
}

/**
 * The ways in which a function can be called: one for each overload, and one more for a parameter that is also given as
 * keywords. Each has the `positional` parameters, `variadic` (whether any number more may follow) and `keywords`: what the
 * trailing object may hold, or null if there is none.
 */
export function formsOf(symbol, checker) {
  return signaturesOf(symbol, checker).flatMap((signature) => {
    const form = { positional: [], variadic: false, keywords: null };
    for (const parameter of signature.parameters) addParameter(form, parameter, checker);
    return withoutUnions(form);
  });
}

function addParameter(form, symbol, checker) {
  const type = checker.getTypeOfSymbol(symbol);
  const declaration = symbol.valueDeclaration;
  if (declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined) {
    addRest(form, type, checker);
    return;
  }
  const optional = declaration !== undefined && (declaration.questionToken ?? declaration.initializer) !== undefined;
  const isForKeywords = /^(options|keywords)$/.test(symbol.name);
  const keywords = keywordsIn(type, checker, isForKeywords ? null : symbol.name);
  // Where the whole object may be left out, so may each keyword.
  if (isForKeywords)
    form.keywords = keywords?.map((keyword) => ({ ...keyword, optional: keyword.optional || optional }));
  else form.positional.push(toParameter(symbol.name, optional, type, keywords, checker));
}

function addRest(form, type, checker) {
  if (!checker.isTupleType(type)) {
    const element = checker.getIndexInfosOfType(type)[0]?.type;
    form.variadic = element === undefined || !(element.flags & ts.TypeFlags.Never);
    return;
  }
  const elements = checker.getTypeArguments(type);
  for (const [index, flags] of type.target.elementFlags.entries()) {
    const name = type.target.labeledElementDeclarations?.[index]?.name.getText() ?? `${index}`;
    const isLast = index > 0 && index === elements.length - 1;
    const keywords = isLast ? keywordsIn(elements[index], checker, null) : null;
    if (flags & ts.ElementFlags.Variable) form.variadic = true;
    else if (keywords !== null) form.keywords = keywords;
    else
      form.positional.push(
        toParameter(name, Boolean(flags & ts.ElementFlags.Optional), elements[index], null, checker),
      );
  }
}

function toParameter(name, optional, type, keywords, checker) {
  const has = (flags) => constituents(type).some((one) => one.flags & flags);
  const isOpen = constituents(type).some((one) =>
    checker.getIndexInfosOfType(one).some(({ keyType }) => keyType.flags & ts.TypeFlags.String),
  );
  const takesAny = has(ts.TypeFlags.AnyOrUnknown | ts.TypeFlags.TypeParameter) || isOpen;
  return { name, optional, takesAny, takesNull: takesAny || has(ts.TypeFlags.Null), keywords };
}

const constituents = (type) => (type.isUnion() ? type.types : [type]);

/** The keywords that an argument may hold, or null if its type isn't a plain object of them, `name` among them. */
function keywordsIn(type, checker, name) {
  for (const one of constituents(type)) {
    const isObject = one.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection);
    if (!isObject || one.isClass() || one.getCallSignatures().length > 0 || checker.isArrayLikeType(one)) continue;
    const properties = one.getProperties();
    if (name !== null && !properties.some((property) => property.name === name)) continue;
    if (properties.length === 0 || properties.some((property) => property.flags & ts.SymbolFlags.Method)) continue;
    return properties.map((property) =>
      toParameter(
        property.name,
        Boolean(property.flags & ts.SymbolFlags.Optional),
        checker.getTypeOfSymbol(property),
        null,
        checker,
      ),
    );
  }
  return null;
}

/** A parameter whose type is its own or an object of keywords stands for two forms. */
function withoutUnions(form) {
  const index = form.positional.findIndex(({ keywords }) => keywords !== null);
  if (index < 0) return [form];
  const byKeyword = {
    positional: form.positional.slice(0, index),
    variadic: false,
    keywords: form.positional[index].keywords,
  };
  const byPosition = { ...form, positional: form.positional.map((parameter) => ({ ...parameter, keywords: null })) };
  return [byPosition, byKeyword];
}
