// Writes the declarations that API Extractor reads: tsc's own, without what is marked @internal. tsc leaves some things
// to put right:
//
// - Nothing imports an internal name; a public class doesn't say that it implements an internal interface, or that it
//   extends an internal class that adds nothing public.
// - What overrides an internal member is internal as well.
// - Where an overload has no comment of its own, it gets that of the overload before it; where an override has none, it
//   gets that of what it overrides. So nothing is said twice in the sources, and an editor shows it everywhere.
import { rmSync } from 'node:fs';
import ts from 'typescript';
import { library } from '../shell.mjs';

const configFile = `${library}/tsconfig.public.json`;

/** Answers whether the sources are free of errors; those that are not are printed. */
export function writePublicDeclarations() {
  const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(configFile, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => errors.push(diagnostic),
  });
  rmSync(options.outDir, { recursive: true, force: true });
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const { diagnostics } = program.emit(undefined, undefined, undefined, true, {
    afterDeclarations: [(context) => (file) => publish(file, context, checker)],
  });
  return !print([...errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics]);
}

/**
 * Prints which of those declarations name what isn't there any more, since it is internal. Most do no harm, as they are
 * not public either; API Extractor stops at the first that is.
 */
export function printDanglingNames() {
  const { options } = ts.getParsedCommandLineOfConfigFile(configFile, undefined, ts.sys);
  const program = ts.createProgram([`${options.outDir}/index.node.d.ts`], options);
  const files = program.getSourceFiles().filter((file) => file.fileName.startsWith(options.outDir));
  print(files.flatMap((file) => program.getSemanticDiagnostics(file)));
}

function print(diagnostics) {
  const format = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => library, getNewLine: () => '\n' };
  if (diagnostics.length > 0) console.error(ts.formatDiagnosticsWithColorAndContext(diagnostics, format));
  return diagnostics.length > 0;
}

function publish(file, context, checker) {
  const { factory } = context;
  const internal = (name) => isInternal(symbolOf(name, checker));
  const visit = (node) => {
    if (ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) return internal(node.name) ? undefined : node;
    if (ts.isHeritageClause(node)) {
      const isHidden =
        node.token === ts.SyntaxKind.ImplementsKeyword
          ? internal
          : (name) => internal(name) && addsNothingPublic(symbolOf(name, checker));
      const types = node.types.filter((type) => !isHidden(type.expression));
      return types.length === 0 ? undefined : factory.updateHeritageClause(node, types);
    }
    if (ts.isClassElement(node) && !ts.isSetAccessor(node)) {
      const overridden = commentOf(node) === null ? overriddenBy(ts.getOriginalNode(node), checker) : [];
      if (overridden.some(isMarkedInternal)) return undefined;
      addComment(
        node,
        overridden.map(commentOf).find((comment) => comment !== null),
      );
    }
    const visited = ts.visitEachChild(node, visit, context);
    if (ts.isSourceFile(node)) documentOverloads(visited.statements);
    if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) documentOverloads(visited.members);
    return visited;
  };
  return visit(file);
}

/** What a name in an emitted declaration stands for in the sources. */
function symbolOf(name, checker) {
  const symbol = checker.getSymbolAtLocation(ts.getOriginalNode(name));
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

const isMarkedInternal = (declaration) => ts.getJSDocTags(declaration).some((tag) => tag.tagName.text === 'internal');

const isInternal = (symbol) => symbol?.declarations?.some(isMarkedInternal) ?? false;

function addsNothingPublic(symbol) {
  const members = symbol.declarations.flatMap((declaration) => declaration.members ?? []);
  return members.every(
    (member) => member.name === undefined || ts.isPrivateIdentifier(member.name) || isMarkedInternal(member),
  );
}

/** The declarations, in classes and interfaces above, of the member that this one overrides or implements. */
function overriddenBy(member, checker) {
  const clauses = member.parent?.heritageClauses ?? [];
  if (member.name === undefined || ts.isPrivateIdentifier(member.name)) return [];
  const name = checker.getSymbolAtLocation(member.name)?.name ?? '';
  const above = clauses.flatMap((clause) => clause.types).map((type) => checker.getTypeAtLocation(type));
  const ofTheLibrary = (declaration) => !declaration.getSourceFile().isDeclarationFile;
  for (const type of above) {
    const found = type.getProperty(name)?.declarations?.filter(ofTheLibrary) ?? [];
    if (found.some((declaration) => commentOf(declaration) !== null)) return found;
    const higher = found.flatMap((declaration) => overriddenBy(declaration, checker));
    if (higher.length > 0) return higher;
  }
  return [];
}

function documentOverloads(declarations) {
  let previous = null;
  for (const declaration of declarations.filter(canBeOverloaded)) {
    const name = ts.getOriginalNode(declaration).name?.getText() ?? '(constructor or call)';
    const own = commentOf(declaration);
    if (own === null && previous?.name === name) addComment(declaration, previous.comment);
    else previous = { name, comment: own };
  }
}

const canBeOverloaded = (node) =>
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isMethodSignature(node) ||
  ts.isConstructorDeclaration(node) ||
  ts.isCallSignatureDeclaration(node);

/** A declaration's doc comment, without the slashes around it. */
function commentOf(declaration) {
  const original = ts.getOriginalNode(declaration);
  const text = original.getSourceFile()?.text;
  if (text === undefined) return null;
  const comments = (ts.getLeadingCommentRanges(text, original.pos) ?? []).map(({ pos, end }) => text.slice(pos, end));
  const last = comments.filter((comment) => comment.startsWith('/**')).at(-1);
  return last?.slice(2, -2) ?? null;
}

function addComment(declaration, comment) {
  if (comment == null) return;
  ts.addSyntheticLeadingComment(declaration, ts.SyntaxKind.MultiLineCommentTrivia, comment, true);
}
