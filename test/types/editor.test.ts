/** What an editor offers and what the compiler takes, for each function of Python's that has keywords. */
import { join } from 'node:path';
import * as ts from 'typescript';
import { scriptModule } from '../support/modules';

interface Parameter {
  readonly name: string;
  readonly kind: string;
  readonly default: string | null;
}
interface Entry {
  readonly name: string;
  readonly kind: string;
  readonly path: readonly string[];
  readonly parameters: readonly Parameter[] | null;
}
interface Reference {
  readReference(): readonly Entry[];
}

/** A call with some arguments by position, the others by keyword. */
interface Call {
  readonly label: string;
  /** Up to the object of keywords. */
  readonly start: string;
  readonly keywords: readonly string[];
}

/** Where keywords are not offered after so many arguments. */
const EXCEPTIONS = [
  // An object is a value there, like any other.
  /^asyncio\.(Future|Task)\.cancel 0$/,
  /^asyncio\.sleep 1$/,
  // Loops make handles: they take no keywords.
  /^asyncio\.(Timer)?Handle \d$/,
  // Transports call protocols, by position.
  /^asyncio\.\w*Protocol\.\w+ \d$/,
  // What transports know is an object of any keys, and the receiver of a datagram is as unknown as its sender.
  /^asyncio\.\w*Transport 0$/,
  /^asyncio\.DatagramTransport\.sendto 1$/,
  // The contract has parameters that no loop has.
  /^asyncio\.AbstractEventLoop\.(create_datagram_endpoint|subprocess_exec) \d$/,
  /^asyncio\.(Abstract|Base)EventLoop\.sock_recv 1$/,
];

/** Where an object with a wrong keyword is a value (one more argument of the callback, the default), or a keyword of `Popen`. */
const VALUES =
  /\.(call_soon|call_soon_threadsafe|call_later|call_at|(create_)?subprocess_\w+) \d$|\.(getattr_static 2|get_extra_info 1)$/;

/**
 * The calls of all functions. The first of the arguments that Python requires is given by position, as people do; what
 * it is, is left open.
 */
function callsOf(entries: readonly Entry[]): Call[] {
  const classes = new Set(entries.filter(({ kind }) => /^(class|exception)$/.test(kind)).map(({ name }) => name));
  const calls: Call[] = [];
  for (const entry of entries) {
    const { name, parameters } = entry;
    if (parameters === null || /\.__\w+__$/.test(name)) continue;
    const byPosition = parameters.filter(({ kind }) => kind.startsWith('positional'));
    const keywordOnly = parameters.filter(({ kind }) => kind === 'keyword only');
    const isVariadic = parameters.some(({ kind }) => kind === '*');
    const required = byPosition.filter((parameter) => parameter.default === null);
    const positionalOnly = required.filter(({ kind }) => kind === 'positional only').length;
    const first = isVariadic ? byPosition.length : Math.max(positionalOnly, Math.min(1, required.length));
    for (let count = first; count <= byPosition.length; count += 1) {
      const rest = byPosition.slice(count).filter(({ kind }) => kind !== 'positional only');
      const keywords = [...rest, ...keywordOnly].map((parameter) => parameter.name);
      const start = `${calleeOf(entry, classes)}(${'null!, '.repeat(count)}`;
      if (keywords.length > 0) calls.push({ label: `${name} ${String(count)}`, start, keywords });
    }
  }
  return calls;
}

function calleeOf({ name, path }: Entry, classes: ReadonlySet<string>): string {
  const [whole, above] = [['asyncio', ...path].join('.'), ['asyncio', ...path.slice(0, -1)].join('.')];
  if (classes.has(name)) return `new ${whole}`;
  const isStatic = name.endsWith('.from_callable');
  return classes.has(name.slice(0, name.lastIndexOf('.'))) && !isStatic ? `(null! as ${above}).${path.at(-1)!}` : whole;
}

const FILE = join(__dirname, 'editor.probe.ts');
const registry = ts.createDocumentRegistry();
let version = 0;

/** TypeScript as an editor uses it, on a file in this folder. */
function serviceOn(text: string): ts.LanguageService {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(__dirname, '../tsconfig.json'), (name) => ts.sys.readFile(name)).config,
    { ...ts.sys, readDirectory: () => [] },
    join(__dirname, '..'),
  );
  const readFile = (name: string): string | undefined => (name === FILE ? text : ts.sys.readFile(name));
  version += 1;
  const own = String(version);
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [FILE],
    getScriptVersion: (name) => (name === FILE ? own : '1'),
    getScriptSnapshot(name) {
      const found = readFile(name);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => __dirname,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === FILE || ts.sys.fileExists(name),
    readFile,
    directoryExists: (name) => ts.sys.directoryExists(name),
  };
  return ts.createLanguageService(host, registry);
}

const IMPORT = "import * as asyncio from 'asyncio-ts';\n";
const isExpected = ({ label }: Call): boolean => !EXCEPTIONS.some((exception) => exception.test(label));
const label = (call: Call): string => call.label;

/** Not here, and in the table of differences. */
const MISSING = new Set(['concurrent.futures.ThreadPoolExecutor.prepare_context']);

let calls: Call[];
beforeAll(async () => {
  const { readReference } = await scriptModule<Reference>('api-coverage/reference.mjs');
  calls = callsOf(readReference().filter(({ name }) => !MISSING.has(name)));
});

/** The labels of the calls that the compiler refuses with these keywords. */
function refused(all: readonly Call[], keywordsOf: (call: Call) => readonly string[]): string[] {
  const lines = all.map(
    (call) =>
      `${call.start}{ ${keywordsOf(call)
        .map((name) => `${name}: null!`)
        .join(', ')} });\n`,
  );
  const text = IMPORT + lines.join('');
  const errors = serviceOn(text).getSemanticDiagnostics(FILE);
  const wrong = new Set(errors.map(({ start }) => text.slice(0, start).split('\n').length - 2));
  return all.filter((_call, index) => wrong.has(index)).map(label);
}

test('an editor offers the keywords', () => {
  const starts = calls.map(({ start }) => `${start}{ `);
  const service = serviceOn(IMPORT + starts.map((start) => `${start} });\n`).join(''));
  let position = IMPORT.length;
  const withoutOffer = calls.filter(({ keywords }, index) => {
    const completions = service.getCompletionsAtPosition(FILE, position + starts[index]!.length, {});
    position += starts[index]!.length + ' });\n'.length;
    const names = completions?.isGlobalCompletion === false ? completions.entries.map(({ name }) => name) : [];
    return !keywords.every((keyword) => names.includes(keyword));
  });
  expect(calls.length).toBeGreaterThan(80);
  expect(withoutOffer.filter(isExpected).map(label)).toEqual([]);
  expect(EXCEPTIONS.filter((exception) => !withoutOffer.some((call) => exception.test(call.label)))).toEqual([]);
});

test('the compiler takes them, all together', () => {
  expect(refused(calls.filter(isExpected), ({ keywords }) => keywords)).toEqual([]);
});

test('the compiler refuses any other', () => {
  const all = calls.filter((call) => isExpected(call) && !VALUES.test(call.label));
  expect(refused(all, ({ keywords }) => [...keywords, 'no_such_keyword'])).toEqual(all.map(label));
});
