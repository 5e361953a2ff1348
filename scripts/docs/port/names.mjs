// The lines of the table of names: how Python writes each of its public names, and how a program here does.
import ts from 'typescript';
import { formsOf, symbolAt } from '../../api-coverage/declarations.mjs';
import { VAR_POSITIONAL } from '../../api-coverage/python-signature.mjs';
import { compareSignature, widestOf } from '../../api-coverage/signatures.mjs';
import { settle } from '../../api-coverage/tables.mjs';
import { library } from '../../shell.mjs';
import { pythonParameters } from '../reference/python.mjs';

/** What programs call an object of a class, where that isn't the name of the class in small letters. */
const OBJECTS = {
  AbstractEventLoop: 'loop',
  BaseEventLoop: 'loop',
  EventLoop: 'loop',
  SelectorEventLoop: 'loop',
  AbstractEventLoopPolicy: 'policy',
  DefaultEventLoopPolicy: 'policy',
  AbstractServer: 'server',
  StreamReader: 'reader',
  StreamWriter: 'writer',
  ContextVar: 'variable',
  BaseException: 'error',
  OSError: 'error',
};

/** Classes whose methods a program calls on the class itself. */
const STATIC = new Set(['inspect.Signature.from_callable', 'inspect.Signature.empty', 'inspect.Parameter.empty']);

const objectOf = (className) =>
  OBJECTS[className] ?? className.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toLowerCase();

/** The built declarations, as TypeScript sees them. */
export function readDeclarations() {
  const file = `${library}/dist/index.d.cts`;
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ESNext,
    lib: ['lib.esnext.d.ts'],
    strict: true,
    types: [],
  });
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(`There is no ${file}. Build first: npm run build`);
  const checker = program.getTypeChecker();
  return { checker, exports: checker.getSymbolAtLocation(source) };
}

/**
 * The rows: `python` and `typescript` as lines of code (the latter null if there is no such name), Python's `name` and our
 * `path`, the `symbol` and `member` that the line is about, and `notes` about what differs.
 */
export function toRows({ reference, symbols, declarations, raised }) {
  const { checker, exports } = declarations;
  const findings = [];
  const rows = reference.map((entry) => {
    const found = symbolAt(exports, entry.path, checker);
    const forms = found === null || entry.parameters === null ? [] : formsOf(found, checker);
    if (found === null) findings.push({ name: entry.name, problem: 'it is missing' });
    else if (forms.length > 0) {
      const problems = compareSignature(entry.parameters, forms, /\.__\w+__$/.test(entry.name));
      findings.push(...problems.map((problem) => ({ name: entry.name, problem })));
    }
    const owner = ownerOf(entry, symbols);
    return {
      name: entry.name,
      path: entry.path.join('.'),
      ...owner,
      python: pythonLine(entry, owner),
      typescript: found === null ? null : typescriptLine(entry, owner, forms, found !== null && waits(found, checker)),
      notes: [],
    };
  });
  addNotes(rows, findings, raised);
  return rows;
}

/** The class that has a name for its member, and the member; or the symbol alone. */
function ownerOf({ path }, symbols) {
  const symbol = symbols.get(path.join('.'));
  if (symbol !== undefined) return { symbol, member: null };
  return { symbol: symbols.get(path.slice(0, -1).join('.')), member: path.at(-1) };
}

function pythonLine(entry, { symbol, member }) {
  const wait = entry.kind === 'coroutine' ? 'await ' : '';
  const whole = entry.name.replace(/^builtins\./, '');
  const callee = member === null || STATIC.has(entry.name) ? whole : `${objectOf(symbol.name)}.${member}`;
  const isCalled = entry.parameters !== null && entry.kind !== 'exception';
  return `${wait}${callee}${isCalled ? `(${pythonParameters(entry.parameters)})` : ''}`;
}

function typescriptLine(entry, { symbol, member }, forms, isAwaited) {
  const isClass = member === null && /^(class|exception)$/.test(entry.kind) && forms.length > 0;
  const ours = `asyncio.${symbol.path}`;
  const isStatic = STATIC.has(entry.name);
  const callee = member === null ? ours : `${isStatic ? ours : objectOf(symbol.name)}.${member}`;
  if (entry.kind === 'exception' || entry.parameters === null || forms.length === 0) return callee;
  const prefix = isClass ? 'new ' : isAwaited ? 'await ' : '';
  return `${prefix}${callee}(${ourArguments(entry.parameters, forms)})`;
}

/** The arguments of a call that gives all of them: by position what can be, the others in an object at the end. */
function ourArguments(parameters, forms) {
  const rest = parameters.find(({ kind }) => kind === VAR_POSITIONAL);
  const widest = widestOf(forms, rest !== undefined);
  const positional = widest.positional.map(({ name }) => name);
  const variadic = widest.variadic ? [`...${rest?.name ?? 'args'}`] : [];
  const keywords = new Set(forms.flatMap((form) => form.keywords ?? []).map(({ name }) => name));
  // A parameter can't be called `default`; its keyword can.
  const known = new Set([...positional.map((name) => name.replace(/^defaultValue$/, 'default')), rest?.name]);
  const byKeyword = [...keywords].filter((name) => !known.has(name));
  const object = byKeyword.length === 0 ? [] : [`{ ${byKeyword.join(', ')} }`];
  return [...positional, ...variadic, ...object].join(', ');
}

/** Whether a call gives what a program has to wait for. */
function waits(found, checker) {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(found));
  const results = type.getCallSignatures().map((signature) => signature.getReturnType());
  return results.some((result) => !result.isUnion() && /^(Coroutine|Promise|Step)$/.test(result.symbol?.name ?? ''));
}

/** Adds the differences that have a reason, and what raises `NotImplementedError`. */
function addNotes(rows, findings, raised) {
  const byName = new Map(rows.map((row) => [row.name, row]));
  const reasons = new Map();
  for (const { name, problem, reason } of settle(findings).differences) {
    const known = reasons.get(name) ?? new Map();
    // One problem for each reason: the others are the same in other words.
    if (!known.has(reason)) known.set(reason, problem);
    reasons.set(name, known);
  }
  for (const [name, known] of reasons) {
    for (const [reason, problem] of known) byName.get(name).notes.push(`${problem}: ${reason}`);
  }
  for (const { name, reason } of raised) byName.get(name)?.notes.push(`NotImplementedError: ${reason}`);
  for (const row of rows) {
    if (row.typescript?.startsWith('await ') && !row.python.startsWith('await ')) row.notes.push('a promise here');
  }
}
