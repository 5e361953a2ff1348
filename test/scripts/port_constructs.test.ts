/** The table of constructs: each cell is right TypeScript, and prints what CPython prints for the Python beside it. */
import { join } from 'node:path';
import * as asyncio from 'asyncio-ts';
import * as runtime from 'asyncio-ts/compiled';
import { transform } from '@asyncio-ts/compiler';
import * as ts from 'typescript';
import { Oracle } from '../conformance/oracle';
import { scriptModule } from '../support/modules';

type Style = 'wrapped' | 'generator' | 'compiled';

interface Construct extends Readonly<Record<Style, string>> {
  readonly id: string;
  readonly title: string;
  readonly title_zh: string;
  readonly note: string;
  readonly note_zh: string;
  readonly python: string;
  readonly place?: 'module';
  readonly given?: { readonly python: string; readonly typescript: string };
  readonly prints?: false;
  readonly differs?: Readonly<Record<string, string>>;
}

const STYLES: readonly Style[] = ['wrapped', 'generator', 'compiled'];

interface Programs {
  moduleOf(construct: Construct, style: Style): string;
  programOf(construct: Construct, style: Style): string;
  pythonOf(construct: Construct): string;
}

let constructs: readonly Construct[];
let programs: Programs;
beforeAll(async () => {
  ({ CONSTRUCTS: constructs } = await scriptModule<{ CONSTRUCTS: readonly Construct[] }>('docs/port/constructs.mjs'));
  programs = await scriptModule<Programs>('docs/port/construct_programs.mjs');
});

/** The errors of type in some programs, as `name: message`; one program of TypeScript for all of them. */
function typeErrors(programs: ReadonlyMap<string, string>): string[] {
  const folder = join(__dirname, '..');
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  // A cell may declare what it doesn't use, as a manager of `await using`, and it runs in a browser as well as on Node.
  const settings: ts.CompilerOptions = {
    ...options,
    noUnusedLocals: false,
    noUnusedParameters: false,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
    erasableSyntaxOnly: false,
  };
  const texts = new Map(
    [...programs].map(([name, text]) => [join(folder, `scripts/${name}.ts`), `${text}\nexport {};\n`]),
  );
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, version) => {
    const text = texts.get(name);
    return text === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, text, version, true);
  };
  const program = ts.createProgram([...texts.keys()], settings, host);
  return [...texts.keys()].flatMap((name) =>
    [
      ...program.getSyntacticDiagnostics(program.getSourceFile(name)),
      ...program.getSemanticDiagnostics(program.getSourceFile(name)),
    ].map(
      ({ messageText }) => `${name.slice(folder.length + 9)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    ),
  );
}

function compile(text: string): string {
  const result = transform(text);
  if (result === null) throw new Error(`nothing to compile in ${text}`);
  return result.code;
}

/** What a cell prints, run on virtual time. */
async function printed(construct: Construct, style: Style): Promise<string[]> {
  const text = programs.moduleOf(construct, style).replace(/^await asyncio\.run\(main\(\)\);$/m, '');
  const compiled = style === 'compiled' ? compile(text) : text;
  const { outputText } = ts.transpileModule(compiled, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: false },
  });
  const lines: string[] = [];
  const console = { log: (...values: unknown[]) => lines.push(values.map(String).join(' ')) };
  const require = (name: string): unknown => (name === 'asyncio-ts' ? asyncio : runtime);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the program is ours
  const load = new Function('exports', 'require', 'console', `${outputText}\nreturn main;`) as (
    ...given: unknown[]
  ) => () => asyncio.Coroutine<unknown>;
  const main = load({}, require, console);
  const host = new asyncio.VirtualHost();
  await asyncio.run(main(), { loop_factory: () => new asyncio.BaseEventLoop({ host }) });
  return lines;
}

/** What the Python cells print, asked of CPython at once. */
async function printedByPython(asked: readonly Construct[]): Promise<string[][]> {
  const sources = asked.map((construct) => {
    const source = programs.pythonOf(construct).replace(/\n(if __name__.*\n {4})?asyncio\.run\(main\(\)\)\n$/, '');
    return `
import asyncio

def program(trace, new_loop):
    printed = []
    scope = {'print': lambda *values: printed.append(' '.join(map(str, values)))}
    exec(${JSON.stringify(source)}, scope)
    asyncio.run(scope['main'](), loop_factory=new_loop)
    for line in printed:
        trace(line)
`;
  });
  const oracle = Oracle.pyodide();
  const traces = await oracle.traces(sources, { collect: false }).finally(() => oracle.close());
  return traces.map((lines) => {
    const texts = lines.map((line) => line.replace(/^\[?[\d.]+\]? /, ''));
    expect(texts.pop()).toBe('returned None');
    return texts;
  });
}

test('each cell that prints something prints what CPython prints', async () => {
  const asked = constructs.filter(({ prints }) => prints !== false);
  const python = await printedByPython(asked);
  const expected = asked.map(({ id, differs = {} }, index) => ({
    id,
    lines: python[index]?.map((line) => line.replaceAll(/\b\w+\b/g, (word) => differs[word] ?? word)),
  }));
  for (const { lines } of expected) expect(lines).not.toEqual([]);
  for (const style of STYLES) {
    const found = [];
    for (const construct of asked) found.push({ id: construct.id, lines: await printed(construct, style) });
    expect({ style, found }).toEqual({ style, found: expected });
  }
}, 120_000);

test('each cell is free of type errors, in the program that its style makes of it; a wrong one is not', () => {
  const texts = constructs.flatMap((construct) =>
    STYLES.map((style) => [`${construct.id}-${style}`, programs.programOf(construct, style)] as const),
  );
  const wrong = "import * as asyncio from 'asyncio-ts';\nasyncio.sleep('long');";
  expect(typeErrors(new Map([...texts, ['wrong', wrong]]))).toEqual([expect.stringMatching(/^wrong\.ts: /)]);
}, 120_000);

test('each program that prints something begins by itself, in both languages', () => {
  for (const construct of constructs.filter(({ prints }) => prints !== false)) {
    for (const style of STYLES) {
      expect(programs.programOf(construct, style).match(/^await asyncio\.run\(main\(\)\);$/gm)).toHaveLength(1);
    }
    expect(programs.pythonOf(construct).match(/^ *asyncio\.run\(main\(\)\)$/gm)).toHaveLength(1);
  }
});

test('those that are not run are the last two, as the page says: a thread, and a loop of its own', () => {
  const isRun = constructs.map(({ prints }) => prints !== false);
  expect(isRun.indexOf(false)).toBe(constructs.length - 2);
  expect(constructs.slice(-2).map(({ id }) => id)).toEqual(['to-thread', 'run-until-complete']);
});

test('each construct has a name of its own, and is told in two languages', () => {
  expect(new Set(constructs.map(({ id }) => id)).size).toBe(constructs.length);
  for (const { title, title_zh, note, note_zh } of constructs) {
    expect([title, title_zh, note].every((text) => text.length > 0)).toBe(true);
    expect(note_zh).toMatch(/\p{Script=Han}/u);
  }
});
