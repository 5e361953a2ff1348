/** Runs a program in this process: a second start of Node would take longer than most programs. */
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Compiler from '@asyncio-ts/compiler/node';
import type { Origin, RunCommand } from './command-line.js';
import { watchEnd } from './end.js';
import { hookLoading } from './hooks.js';
import { hintAboutMain, problemWith } from './hints.js';
import { showSyntaxError } from './syntax-errors.js';
import { traceInto } from './tracing.js';

/** Runs the program, and ends as it ends. */
export async function run({ origin, args, trace }: RunCommand): Promise<void> {
  if (origin.from === 'file' && !canBeRun(origin.path)) return;
  const end = watchEnd();
  if (trace !== null) end.last(traceInto(trace, origin.from === 'file' ? origin.path : NAMES[origin.from]));
  const program = origin.from === 'file' ? await prepareFile(origin.path, args) : await prepareText(origin, args);
  try {
    if (program !== null) await start(program);
  } catch (error) {
    // Node takes what has no stack for no error, and would tell nothing of it.
    if (!Object.hasOwn(Object(error) as object, 'stack')) end.failed(error);
    throw error;
  }
  end.reached();
}

/** A program that is to be imported. */
interface Program {
  readonly url: string;
  readonly source: string;
}

/** Imports a program. While a thread of Node's compiles it, this one loads the library. */
async function start({ url, source }: Program): Promise<void> {
  const ended = import(url);
  if (/['"]asyncio-ts['"]/.test(source)) loadLibrary(fileURLToPath(url));
  await ended;
}

/** Loads what a compiled program calls, and the library with it; a copy that isn't laid out as ours is left alone. */
function loadLibrary(program: string): void {
  try {
    const require = createRequire(program);
    const file = require.resolve('asyncio-ts/compiled');
    if (/[\\/]compiled\.cjs$/.test(file)) require(file);
  } catch {
    // If it is needed, the program will say that it isn't there.
  }
}

/** Whether a file is a program; if not, the user is told. */
function canBeRun(path: string): boolean {
  const problem = problemWith(path);
  if (problem === null) return true;
  process.stderr.write(`asyncio: ${problem}\n`);
  process.exitCode = 2;
  return false;
}

/** The program in a file; null if it has been run already. */
async function prepareFile(path: string, args: readonly string[]): Promise<Program | null> {
  const file = resolve(path);
  process.argv = [process.execPath, file, ...args];
  await import('@asyncio-ts/compiler/register');
  hookLoading(null);
  const source = readFileSync(file, 'utf8');
  hintAboutMain(source);
  // A script that asks whether it is the main one has to be started as Node starts it.
  if (/\brequire\.main\b/.test(source)) {
    const load = createRequire(import.meta.url)('node:module') as {
      _load(file: string, parent: null, isMain: true): void;
    };
    load._load(file, null, true);
    return null;
  }
  return { url: pathToFileURL(realpathSync(file)).href, source };
}

/** The name that a program from elsewhere goes by, as a module, so that it may always await. */
const NAMES = { text: '[command].mts', input: '[stdin].mts' };

async function prepareText(
  origin: Exclude<Origin, { from: 'file' }>,
  args: readonly string[],
): Promise<Program | null> {
  const source = origin.from === 'text' ? origin.text : await textOf(process.stdin);
  process.argv = [process.execPath, ...(origin.from === 'input' && origin.dash ? ['-'] : []), ...args];
  const { fileCompiler, register } = createRequire(import.meta.url)('@asyncio-ts/compiler/node') as typeof Compiler;
  const file = join(process.cwd(), NAMES[origin.from]);
  const url = pathToFileURL(file).href;
  let code: string;
  try {
    code = fileCompiler()(source, file)?.code ?? source;
  } catch (error) {
    if (!showSyntaxError(error, { file, source })) throw error;
    process.exitCode = 1;
    return null;
  }
  register();
  hookLoading({ url, code });
  hintAboutMain(source);
  return { url, source };
}
