/** The table of names for those who port: its lines, made of a few of Python's names and a small library. */
import * as ts from 'typescript';
import { scriptModule } from '../support/modules';

interface Owner {
  readonly path: string;
  readonly name: string;
}
interface Row {
  readonly name: string;
  readonly python: string;
  readonly typescript: string | null;
  readonly notes: readonly string[];
}
interface Modules {
  toRows(parts: Readonly<Record<string, unknown>>): Row[];
  toReference(names: readonly unknown[]): unknown;
}

const DECLARED = `export declare class Coroutine<T> { value: T }
export declare class Queue {
  constructor(maxsize?: number);
  constructor(options: { readonly maxsize?: number });
  get(): Coroutine<number>;
  static make(): Queue;
  readonly maxsize: number;
}
export declare function gather(...coros_or_futures: unknown[]): Queue;
export declare function gather(...coros_or_futures: [...unknown[], { readonly return_exceptions?: boolean }]): Queue;
export declare function run(main: bigint, options?: { readonly debug?: boolean }): Promise<void>;
export declare function wrap_future(future: bigint, options?: { readonly cancel?: () => void }): Queue;
export declare const ALL: 'ALL';
export interface Promise<T> { value: T }
`;

let modules: Modules;
let declarations: unknown;
beforeAll(async () => {
  modules = {
    ...(await scriptModule<Modules>('docs/port/names.mjs')),
    ...(await scriptModule<Modules>('api-coverage/reference.mjs')),
  };
  declarations = readDeclarations();
});

/** The names of the library, without its model. */
const SYMBOLS = new Map<string, Owner>(
  ['Queue', 'gather', 'run', 'wrap_future', 'ALL', 'gone'].map((name) => [name, { path: name, name }]),
);

function readDeclarations(): unknown {
  const options: ts.CompilerOptions = { lib: ['lib.es5.d.ts'], types: [], target: ts.ScriptTarget.ES2022 };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version) =>
    name === '/library.d.ts' ? ts.createSourceFile(name, DECLARED, version, true) : getSourceFile(name, version);
  const program = ts.createProgram({ rootNames: ['/library.d.ts'], options, host });
  const checker = program.getTypeChecker();
  return { checker, exports: checker.getSymbolAtLocation(program.getSourceFile('/library.d.ts')!) };
}

/** The rows of some of Python's names: Python's line, ours, and the notes. */
function rowsOf(names: readonly object[], raised: readonly object[] = []): unknown[][] {
  const rows = modules.toRows({
    reference: modules.toReference(names),
    symbols: SYMBOLS,
    declarations,
    raised,
  });
  return rows.map(({ python, typescript, notes }) => [python, typescript, ...notes]);
}

test('a function gets its arguments by position and in an object at the end', () => {
  const gather = {
    name: 'asyncio.gather',
    kind: 'function',
    signature: '(*coros_or_futures, return_exceptions=False)',
  };
  expect(rowsOf([gather])).toEqual([
    [
      'asyncio.gather(*coros_or_futures, return_exceptions=False)',
      'asyncio.gather(...coros_or_futures, { return_exceptions })',
    ],
  ]);
});

test('a class is made with new, and its members are those of an object', () => {
  expect(
    rowsOf([
      { name: 'asyncio.Queue', kind: 'class', signature: '(maxsize=0)' },
      { name: 'asyncio.Queue.get', kind: 'coroutine', signature: '(self)' },
      { name: 'asyncio.Queue.maxsize', kind: 'property' },
      { name: 'asyncio.ALL', kind: 'constant', value: "'ALL'" },
    ]),
  ).toEqual([
    ['asyncio.Queue(maxsize=0)', 'new asyncio.Queue(maxsize)'],
    ['await queue.get()', 'await queue.get()'],
    ['queue.maxsize', 'queue.maxsize'],
    ['asyncio.ALL', 'asyncio.ALL'],
  ]);
});

test('what gives a promise where Python blocks is awaited, and says so', () => {
  expect(rowsOf([{ name: 'asyncio.run', kind: 'function', signature: '(main, *, debug=None)' }])).toEqual([
    ['asyncio.run(main, *, debug=None)', 'await asyncio.run(main, { debug })', 'a promise here'],
  ]);
});

test("hidden defaults of Python's get a name that a program could write", () => {
  const signature = '(future, /, *, cancel=<AddressFamily.AF_INET: 2>, x=<object object at 0x1>)';
  const [[python] = []] = rowsOf([{ name: 'asyncio.wrap_future', kind: 'function', signature }]);
  expect(python).toBe('asyncio.wrap_future(future, /, *, cancel=AF_INET, x=...)');
});

test('differences that have a reason are notes, and so is what raises NotImplementedError', () => {
  const wrap = { name: 'asyncio.wrap_future', kind: 'function', signature: '(future)' };
  expect(rowsOf([wrap], [{ name: 'asyncio.wrap_future', reason: 'there is none' }])).toEqual([
    [
      'asyncio.wrap_future(future)',
      'asyncio.wrap_future(future, { cancel })',
      "there is a keyword 'cancel': a promise has no cancellation of its own",
      'NotImplementedError: there is none',
    ],
  ]);
});

test('what is missing has no line', () => {
  expect(rowsOf([{ name: 'asyncio.gone', kind: 'function', signature: '()' }])).toEqual([['asyncio.gone()', null]]);
});
