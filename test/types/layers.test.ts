/** The configurations of the layers keep the platform out, and lower layers apart from higher ones. */
import { dirname, join } from 'node:path';
import * as ts from 'typescript';

const SOURCE = join(__dirname, '../../packages/asyncio/src');

/** What the compiler says about a file of that text, were it in a layer. */
function errorsIn(config: string, text: string): string[] {
  const file = join(SOURCE, config);
  const { options, projectReferences, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, (name) => ts.sys.readFile(name)).config,
    ts.sys,
    dirname(file),
    undefined,
    file,
  );
  const probe = join(dirname(file), 'probe.ts');
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name === probe || fileExists(name);
  host.readFile = (name) => (name === probe ? text : readFile(name));
  host.getSourceFile = (name, version) =>
    name === probe ? ts.createSourceFile(name, text, version) : getSourceFile(name, version);
  const program = ts.createProgram({
    rootNames: [probe, ...fileNames],
    options,
    host,
    ...(projectReferences && { projectReferences }),
  });
  const source = program.getSourceFile(probe);
  return [...program.getSemanticDiagnostics(source), ...program.getOptionsDiagnostics()]
    .filter(({ file: where }) => where === undefined || where === source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const NEUTRAL = [
  'builtins/tsconfig.json',
  'contextvars/tsconfig.json',
  'host/tsconfig.neutral.json',
  'core/tsconfig.json',
  'inspect/tsconfig.json',
  'tsconfig.neutral.json',
];

const GLOBALS = [
  'setTimeout',
  'setImmediate',
  'queueMicrotask',
  'process',
  'Buffer',
  'console',
  'fetch',
  'performance',
];
const TYPES = ['AbortController', 'AbortSignal', 'EventTarget', 'MessageChannel', 'URL'];

describe('layers without a platform', () => {
  test.each(NEUTRAL)('%s knows the language', (config) => {
    expect(errorsIn(config, 'export const x: number = new Map([[1, Symbol.asyncDispose]]).size;')).toEqual([]);
  });

  test.each(NEUTRAL)('%s knows no global of a host', (config) => {
    const uses = [...GLOBALS, ...TYPES].map((name) => `export const _${name}: unknown = ${name};`);
    const errors = errorsIn(config, uses.join('\n'));
    for (const name of [...GLOBALS, ...TYPES]) {
      expect(errors).toContainEqual(expect.stringMatching(new RegExp(`^Cannot find name '${name}'`)));
    }
  });

  test.each(NEUTRAL)('%s knows no module of Node', (config) => {
    const errors = errorsIn(config, "import { readFileSync } from 'node:fs';\nexport const x: unknown = readFileSync;");
    expect(errors).toEqual([expect.stringMatching(/^Cannot find (module|name) 'node:fs'/)]);
  });
});

test.each(['host/tsconfig.node.json', 'tsconfig.node.json'])('%s knows Node', (config) => {
  expect(errorsIn(config, 'export const x: unknown = [process, setTimeout, Buffer];')).toEqual([]);
});

describe('a layer does not see those above it', () => {
  test.each([
    ['builtins', '../contextvars/context.js'],
    ['contextvars', '../host/host.js'],
    ['core', '../inspect/kinds.js'],
    ['core', '../host/node.js'],
    ['inspect', '../index.node.js'],
  ])('%s cannot import %s', (layer, module) => {
    const errors = errorsIn(`${layer}/tsconfig.json`, `export * from '${module}';`);
    expect(errors.join('\n')).toMatch(/is not listed within the file list of project/);
  });
});
