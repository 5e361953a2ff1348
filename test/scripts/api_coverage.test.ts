/** What `npm run api:coverage` notices, shown on a library of a few functions. */
import * as ts from 'typescript';
import { scriptModule } from '../support/modules';

interface Finding {
  readonly name: string;
  readonly problem: string;
}
interface Member {
  readonly name: string;
  readonly kind: string;
  readonly signature?: string;
  readonly value?: string;
  readonly bases?: readonly string[];
}
interface Compared {
  readonly reference: unknown;
  readonly built: unknown;
  readonly samples: unknown;
  readonly model: ReadonlyMap<string, unknown>;
  readonly program: unknown;
}
interface Probe {
  ask(keywords: Readonly<Record<string, unknown>>): unknown;
  readonly given: Readonly<Record<string, unknown>> | null;
  readonly other: Readonly<Record<string, unknown>> | null;
}
interface Coverage {
  compareMembers(compared: Compared): Promise<Finding[]>;
}
interface Reference {
  toReference(names: readonly Member[]): readonly Member[];
}
interface Defaults {
  compareDefaults(probes: Readonly<Record<string, Probe>>, reference: unknown): Promise<Finding[]>;
}
interface Tables {
  settle(findings: readonly Finding[]): { differences: (Finding & { reason: string })[]; problems: Finding[] };
}

let modules: Coverage & Reference & Defaults & Tables;
beforeAll(async () => {
  modules = {
    ...(await scriptModule<Coverage>('api-coverage/coverage.mjs')),
    ...(await scriptModule<Reference>('api-coverage/reference.mjs')),
    ...(await scriptModule<Defaults>('api-coverage/defaults.mjs')),
    ...(await scriptModule<Tables>('api-coverage/tables.mjs')),
  };
});

/** The function of Python that is compared. */
const ADD = { name: 'asyncio.add', kind: 'function', signature: "(fut, delay, *, name=None, mode='soon')" };

const DECLARED = `export interface AddOptions { readonly name?: string | null; readonly mode?: string }
export declare function add(fut: bigint, delay: number, options?: AddOptions): void;
export declare function add(fut: bigint, options: AddOptions & { readonly delay: number }): void;
export declare function add(options: AddOptions & { readonly fut: bigint; readonly delay: number }): void;
`;

const TESTED = "import * as asyncio from './library';\nasyncio.add(1n, 2);\n";

/** The library: whatever the declarations say, it takes these keywords. */
const taking =
  (...keywords: string[]) =>
  (...args: unknown[]): void => {
    const last = args.at(-1);
    const given = typeof last === 'object' && last !== null ? Object.keys(last) : [];
    const unknown = given.find((keyword) => !keywords.includes(keyword));
    if (unknown !== undefined) throw new TypeError(`add() got an unexpected keyword argument '${unknown}'`);
  };

/** A program of the library's declarations and a test. */
function programOf(declared: string, tested: string): unknown {
  const texts: Record<string, string> = { '/library.d.ts': declared, '/one.test.ts': tested };
  const options: ts.CompilerOptions = { lib: ['lib.es5.d.ts'], types: [], target: ts.ScriptTarget.ES2022 };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name in texts || fileExists(name);
  host.readFile = (name) => texts[name] ?? readFile(name);
  host.getSourceFile = (name, version) =>
    texts[name] === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, texts[name], version, true);
  const program = ts.createProgram({ rootNames: Object.keys(texts), options, host });
  const checker = program.getTypeChecker();
  const library = checker.getSymbolAtLocation(program.getSourceFile('/library.d.ts')!);
  return { checker, tests: [program.getSourceFile('/one.test.ts')], built: library, source: library };
}

interface Library {
  readonly names?: readonly Member[];
  readonly declared?: string;
  readonly tested?: string;
  readonly members?: Readonly<Record<string, unknown>>;
  readonly samples?: Readonly<Record<string, unknown>>;
  readonly inModel?: readonly string[];
}

/** What is found in a library that is right but for what is given. */
async function findingsIn(library: Library = {}): Promise<string[]> {
  const { names = [ADD], declared = DECLARED, tested = TESTED, samples = {}, inModel = ['add'] } = library;
  const { members = { add: taking('fut', 'delay', 'name', 'mode') } } = library;
  const findings = await modules.compareMembers({
    reference: modules.toReference(names),
    built: {
      ...members,
      BaseException: Error,
      inspect: { iscoroutinefunction: () => false },
    },
    samples,
    model: new Map(inModel.map((path) => [path, []])),
    program: programOf(declared, tested),
  });
  return findings.map(({ name, problem }) => `${name}: ${problem}`);
}

describe('what is compared', () => {
  test('has nothing missing where all is as in Python', async () => {
    expect(await findingsIn()).toEqual([]);
  });

  test('has to exist', async () => {
    const more = [ADD, { name: 'asyncio.subtract', kind: 'function', signature: '()' }];
    expect(await findingsIn({ names: more })).toEqual(['asyncio.subtract: it is missing']);
  });

  test('has to be declared, and stand in the API model', async () => {
    const names = [ADD, { name: 'asyncio.more', kind: 'function', signature: '()' }];
    expect(await findingsIn({ names, members: { add: taking(), more: taking() } })).toEqual(
      expect.arrayContaining(['asyncio.more: its type is not declared']),
    );
    expect(await findingsIn({ inModel: [] })).toEqual(['asyncio.add: it is not in the API model']);
  });

  test('is of the same kind, and extends the same classes', async () => {
    const declared = 'export declare const LIMIT: number; export declare class Odd extends Error {}';
    const tested = "import { LIMIT, Odd } from './library';\nnew Odd(LIMIT.toString());\n";
    const members = { LIMIT: 5, Odd: class Odd extends Error {} };
    const names = [
      { name: 'asyncio.LIMIT', kind: 'constant', value: '6' },
      { name: 'asyncio.Odd', kind: 'exception', bases: ['RuntimeError'] },
    ];
    expect(await findingsIn({ names, declared, tested, members, inModel: ['LIMIT', 'Odd'] })).toEqual([
      'asyncio.LIMIT: its value is 5, not 6',
      "asyncio.Odd: it doesn't extend RuntimeError",
    ]);
    expect(await findingsIn({ names: [{ ...ADD, kind: 'coroutine' }] })).toEqual([
      'asyncio.add: it is no coroutine function',
    ]);
  });
});

describe('parameters', () => {
  test('stand in the same order', async () => {
    const declared = DECLARED.replace('fut: bigint, delay: number, options?', 'delay: number, fut: bigint, options?');
    expect(await findingsIn({ declared })).toEqual([
      "asyncio.add: parameter 1 is 'delay', not 'fut'",
      "asyncio.add: parameter 2 is 'fut', not 'delay'",
    ]);
  });

  test('are as many, and the same may be left out', async () => {
    expect(await findingsIn({ declared: DECLARED.replace('delay: number, options', 'options') })).toContain(
      "asyncio.add: 'delay' can't be given by position",
    );
    const more = DECLARED.replace('delay: number, options', 'delay: number, more: number, options');
    expect(await findingsIn({ declared: more })).toContain("asyncio.add: there is a parameter 'more'");
    const fewer = DECLARED.replaceAll('name?: string', 'name: string');
    expect(await findingsIn({ declared: fewer })).toContain("asyncio.add: 'name' must be given");
    const optional = DECLARED.replace('readonly fut: bigint', 'readonly fut?: bigint');
    expect(await findingsIn({ declared: optional })).toEqual(["asyncio.add: 'fut' may be left out"]);
  });

  test('take null where None is the default', async () => {
    const declared = DECLARED.replace('string | null', 'string');
    expect(await findingsIn({ declared })).toEqual(["asyncio.add: 'name' can't be null"]);
  });

  test('can be given by keyword, to the compiler and to the program', async () => {
    const declared = DECLARED.replace(/^.*AddOptions & \{ readonly delay.*\n/m, '');
    expect(await findingsIn({ declared })).toEqual([
      "asyncio.add: 'delay' can't be given by keyword after 1 by position",
      "asyncio.add: 'name' can't be given by keyword after 1 by position",
      "asyncio.add: 'mode' can't be given by keyword after 1 by position",
    ]);
    expect(await findingsIn({ declared: DECLARED.replace('readonly mode?: string', '') })).toEqual([
      "asyncio.add: 'mode' can't be given by keyword",
      "asyncio.add: 'mode' can't be given by keyword after 1 by position",
      "asyncio.add: 'mode' can't be given by keyword after 2 by position",
    ]);
    expect(await findingsIn({ members: { add: taking('fut', 'delay', 'name') } })).toEqual([
      "asyncio.add: keyword 'mode' isn't taken: add() got an unexpected keyword argument 'mode'",
    ]);
    expect(await findingsIn({ declared: DECLARED.replace('mode?:', 'mode?: string; readonly extra?:') })).toEqual([
      "asyncio.add: there is a keyword 'extra'",
    ]);
  });
});

describe('a default', () => {
  const probe = (byDefault: string): Probe => ({
    ask: ({ mode = byDefault }) => mode,
    given: { mode: 'soon' },
    other: { mode: 'late' },
  });
  const findings = async (probes: Record<string, Probe>): Promise<string[]> =>
    (await modules.compareDefaults(probes, modules.toReference([ADD]))).map(
      ({ name, problem }) => `${name}: ${problem}`,
    );

  test('is what leaving the argument out amounts to', async () => {
    expect(await findings({ 'asyncio.add(mode)': probe('soon') })).toEqual([]);
    expect(await findings({ 'asyncio.add(mode)': probe('never') })).toEqual([
      "asyncio.add(mode): left out gives never, Python's default soon",
    ]);
  });

  test('has to be shown, by a probe that another value changes', async () => {
    expect(await findings({})).toEqual(["asyncio.add(mode): nothing shows that its default is 'soon'"]);
    expect(await findings({ 'asyncio.add(mode)': { ...probe('soon'), ask: () => 'same' } })).toEqual([
      'asyncio.add(mode): another value gives same as well',
    ]);
    expect(await findings({ 'asyncio.add(mode)': probe('soon'), 'asyncio.add(name)': probe('soon') })).toEqual([
      'asyncio.add(name): its default is asked for, but Python has none',
    ]);
  });
});

describe('a test', () => {
  const CLASS = `export declare class Box { constructor(); __repr__(): string; close(): void; __await__(): unknown }
export declare function repr(value: unknown): string;
export declare function trace(...values: unknown[]): void;
`;
  /** Which of the members of a class no test calls. */
  const uncalled = async (body: string): Promise<string[]> => {
    const method = (name: string): Member => ({ name: `asyncio.Box.${name}`, kind: 'method', signature: '(self)' });
    class Box {
      __repr__(): string {
        return '';
      }
      close(): void {
        return undefined;
      }
      __await__(): void {
        return undefined;
      }
    }
    const findings = await findingsIn({
      names: [
        { name: 'asyncio.Box', kind: 'class', signature: '()' },
        ...['__repr__', 'close', '__await__'].map(method),
      ],
      declared: CLASS,
      members: { Box },
      samples: { Box: new Box() },
      tested: `import * as asyncio from './library';\n${body}\n`,
      inModel: ['Box', 'Box.__repr__', 'Box.close', 'Box.__await__'],
    });
    return findings.map((finding) => /^asyncio\.(.*): no test calls it$/.exec(finding)?.[1] ?? finding);
  };

  test('has to call each member', async () => {
    expect(await uncalled('')).toEqual(['Box', 'Box.__repr__', 'Box.close', 'Box.__await__']);
    expect(await uncalled('new asyncio.Box().close();')).toEqual(['Box.__repr__', 'Box.__await__']);
  });

  test('does so by its type, its import or its name alone not', async () => {
    expect(await uncalled("import { Box } from './library';\nlet box: Box; const close = 'close';")).toEqual([
      ...['Box', 'Box.__repr__', 'Box.close', 'Box.__await__'],
    ]);
  });

  test('does so through functions, syntax, and helpers of its own', async () => {
    expect(await uncalled('async () => { await new asyncio.Box(); };')).toEqual(['Box.__repr__', 'Box.close']);
    expect(await uncalled("const { close } = new asyncio.Box(); new asyncio.Box()['__await__']();")).toEqual([
      'Box.__repr__',
    ]);
    const rest = ['Box.close', 'Box.__await__'];
    expect(await uncalled('asyncio.repr(new asyncio.Box());')).toEqual(rest);
    expect(await uncalled('`${new asyncio.Box()}`;')).toEqual(rest);
    expect(await uncalled("asyncio.trace('label', new asyncio.Box());")).toEqual(rest);
    const helper = 'const masked = (label: string, value: unknown) => asyncio.repr(value);';
    expect(await uncalled(`${helper}\nmasked('box', new asyncio.Box());`)).toEqual(rest);
    expect(await uncalled(`${helper}\nnew asyncio.Box();`)).toEqual(['Box.__repr__', ...rest]);
  });
});

describe('a table', () => {
  test('of differences parts them from problems, and has no entry that nothing needs', () => {
    const { differences, problems } = modules.settle([
      { name: 'asyncio.PriorityQueue', problem: "there is a keyword 'key'" },
      { name: 'asyncio.PriorityQueue', problem: "there is a keyword 'kee'" },
    ]);
    expect(differences).toEqual([
      {
        name: 'asyncio.PriorityQueue',
        problem: "there is a keyword 'key'",
        reason: 'objects of JavaScript have no order of their own',
      },
    ]);
    expect(problems).toContainEqual({ name: 'asyncio.PriorityQueue', problem: "there is a keyword 'kee'" });
    expect(problems.map(({ name }) => name)).toContain('contextvars.Context.run');
    expect(problems.filter(({ name }) => name === 'asyncio.PriorityQueue')).toHaveLength(1);
  });
});
