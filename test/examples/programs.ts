/** Runs the programs of `docs/examples` and collects what they print, in TypeScript and in Python, on virtual time. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import { transform } from '@asyncio-ts/compiler';
import * as asyncio from 'asyncio-ts';
import * as compiled from 'asyncio-ts/compiled';
import * as testing from 'asyncio-ts/testing';
import * as ts from 'typescript';
import { watchNewborn } from '#asyncio/core/coroutines/newborn';
import { sweepAllReports } from '#asyncio/core/common/reports';
import { defaultHost } from '#asyncio/host/registry';
import { setWorkerFolder } from '#asyncio/node/files';
import { Oracle } from '../conformance/oracle';
import { libraryFolder } from '../support/child';

const FOLDER = join(__dirname, '../../docs/examples');

type Require = (name: string) => unknown;
type Output = Pick<Console, 'log' | 'error'>;
type Program = (require: Require, exports: object, console: Output, process: unknown) => Promise<void>;
type ProgramConstructor = new (...parametersAndCode: string[]) => Program;

/** Makes functions that may say `await`, as the programs do at their top level. */
const AsyncFunction = (async () => undefined).constructor as ProgramConstructor;

/** A file of the examples, by its path in `docs/examples`. */
export function textOf(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

/** Whether there is such a file or folder. */
export function isThere(path: string): boolean {
  return existsSync(join(FOLDER, path));
}

/** The files below a folder of the examples that end so, without that ending. */
export function filesUnder(folder: string, ending: string): string[] {
  if (!isThere(folder)) return [];
  const names = readdirSync(join(FOLDER, folder), { encoding: 'utf8', recursive: true });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.slice(0, -ending.length).replaceAll('\\', '/')}`)
    .sort();
}

/**
 * The programs of a folder whose output is recorded, or is to be since they have a Python original. Of the others, the
 * lines `expr; // => value` are run by `npm run examples`.
 */
export function recordedUnder(folder: string): string[] {
  const programs = filesUnder(folder, '.ts').filter((program) => !program.includes('/exercises/'));
  return programs.filter((program) => isThere(`${program}.out`) || isThere(`${program}.py`));
}

/** A library whose loops have a time that jumps: a program that sleeps for two seconds ends at once and says "2.0 s". */
class VirtualLibrary {
  readonly #hosts: asyncio.VirtualHost[] = [];
  readonly exports: object;

  constructor() {
    const newLoop = () => {
      const host = new asyncio.VirtualHost();
      this.#hosts.push(host);
      return new asyncio.BaseEventLoop({ host });
    };
    const onVirtualTime = (options: unknown) => ({ loop_factory: newLoop, ...(options as asyncio.RunOptions) });
    const run = (main: asyncio.Coroutine<unknown>, options?: unknown) => asyncio.run(main, onVirtualTime(options));
    class Runner extends asyncio.Runner {
      constructor(options?: unknown) {
        super(onVirtualTime(options));
      }
    }
    this.exports = { ...asyncio, __esModule: true, new_event_loop: newLoop, run, Runner };
  }

  /** The time that has passed, of all its loops. */
  seconds(): number {
    return this.#hosts.reduce((sum, host) => sum + host.now(), 0);
  }
}

function translated(file: string): string {
  const options = { filename: file, sourceType: 'module', directive: true } as const;
  const plain = transform(textOf(file), options)?.code ?? textOf(file);
  const { outputText } = ts.transpileModule(plain, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  return outputText;
}

async function runFile(file: string, library: object, console: Output, process: unknown): Promise<void> {
  const require: Require = (name) => {
    if (name === 'asyncio-ts') return library;
    if (name === 'asyncio-ts/compiled') return compiled;
    if (name === 'asyncio-ts/testing') return testing;
    if (!name.startsWith('.')) throw new Error(`${file} imports ${name}`);
    // `import('./04_run.js')`: a program whose end can be awaited.
    const done = runFile(join(dirname(file), name.replace(/\.js$/, '.ts')), library, console, process);
    return { __esModule: true, then: done.then.bind(done) };
  };
  await new AsyncFunction('require', 'exports', 'console', 'process', translated(file))(require, {}, console, process);
}

/** The number of the task that was made last: the names of tasks go on from program to program. */
async function tasksMade(): Promise<number> {
  const loop = new asyncio.BaseEventLoop({ host: new asyncio.VirtualHost() });
  const task = loop.create_task(asyncio.sleep(0));
  await loop.run_until_complete(task);
  loop.close();
  return Number(task.get_name().replace('Task-', ''));
}

/** What a program has done. */
export interface Done {
  readonly output: string;
  readonly errors: string;
  readonly seconds: number;
  readonly code: number;
}

/** How a program is run. */
export interface RunOptions {
  /** The arguments of its command line. */
  readonly args?: readonly string[];
  /** With the clock of the machine, for programs that have to do with the outside. */
  readonly realTime?: boolean;
}

/**
 * Runs a program. Reports of the loop and warnings are among the errors, and so is an exception that leaves it.
 */
export async function run(file: string, { args = [], realTime = false }: RunOptions = {}): Promise<Done> {
  const output: string[] = [];
  const errors: string[] = [];
  const before = await tasksMade();
  const lines = (values: readonly unknown[]) =>
    format(...values).replace(/\bTask-(\d+)/g, (_all, number: string) => `Task-${String(Number(number) - before)}`);
  let heapUsed = 0;
  // The true figures depend on when garbage is collected.
  const memoryUsage = () => ({ heapUsed: (heapUsed += 15_000_000) });
  const process = { argv: ['node', file, ...args], memoryUsage, exitCode: 0 };
  const console: Output = {
    log: (...values: unknown[]) => output.push(lines(values)),
    error: (...values: unknown[]) => errors.push(lines(values)),
  };
  const host = defaultHost();
  const emitWarning = host.emit_warning;
  host.emit_warning = (message, category) => errors.push(lines([`${category}: ${message}`]));
  const textOfError = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : error);
  const handler: asyncio.LogHandler = {
    handle: ({ message, exc_info }) =>
      errors.push(lines(exc_info === null ? [message] : [`${message}\n${String(textOfError(exc_info))}`])),
  };
  asyncio.logger.addHandler(handler);
  const library = new VirtualLibrary();
  if (realTime) setWorkerFolder(libraryFolder());
  try {
    await runFile(file, realTime ? asyncio : library.exports, console, process);
  } catch (error) {
    errors.push(lines([textOfError(error)]));
  } finally {
    // What would be reported at the end of the process.
    watchNewborn(null);
    sweepAllReports();
    asyncio.logger.removeHandler(handler);
    host.emit_warning = emitWarning;
  }
  const joined = (all: string[]) => all.map((line) => `${line}\n`).join('');
  return { output: joined(output), errors: joined(errors), seconds: library.seconds(), code: process.exitCode };
}

/** What a program prints, and behind it what is reported, as a page shows it: without frames, and what V8 invents. */
export function told({ output, errors }: Done): string {
  const texts = errors.replace(/^ +at .*\n/gm, '').replace(/(\(intermediate value\))+/g, '…');
  return withoutAddresses(output + texts);
}

/** Behind `exec`, so that what the oracle itself writes can be told from what the program prints. */
const PRINTED = '| ';

/** What a Python program prints, and what asyncio reported meanwhile. */
export async function runPython(oracle: Oracle, file: string): Promise<{ output: string; errors: string }> {
  const lines = await oracle.trace(`
import asyncio, contextlib, io

def program(trace, new_loop):
    original = getattr(asyncio.Runner, 'original', asyncio.Runner)

    class Runner(original):
        def __init__(self, *, debug=None, loop_factory=None):
            super().__init__(debug=debug, loop_factory=loop_factory or new_loop)

    def run(main, *, debug=None, loop_factory=None):
        with Runner(debug=debug, loop_factory=loop_factory) as runner:
            return runner.run(main)

    Runner.original = original
    asyncio.Runner = Runner
    asyncio.run = run
    asyncio.new_event_loop = new_loop
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(${JSON.stringify(textOf(file))}, ${JSON.stringify(file)}, 'exec'), {'__name__': '__main__'})
    for line in output.getvalue().splitlines():
        trace('${PRINTED}' + line)
`);
  const ended = lines.findIndex((line) => line.endsWith(' returned None'));
  if (ended < 0) throw new Error(`${file} failed:\n${lines.join('\n')}`);
  lines.splice(ended, 1);
  // Each line of a trace begins with the time.
  const texts = lines.map((line) => `${line.replace(/^\S+ /, '')}\n`);
  const printed = texts.filter((text) => text.startsWith(PRINTED)).map((text) => text.slice(PRINTED.length));
  return { output: printed.join(''), errors: texts.filter((text) => !text.startsWith(PRINTED)).join('') };
}

/** What a Python program prints that an installed CPython runs, or the reason why there is none. */
export function runInstalledPython(file: string): { readonly output: string } | string {
  const installed = Oracle.installed();
  if (typeof installed === 'string') return installed;
  const { command, environment } = installed;
  const env = { ...process.env, ...environment };
  const { stdout, stderr, status } = spawnSync(command, [join(FOLDER, file)], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} failed:\n${stderr}`);
  return { output: stdout };
}

/** The output without what differs from run to run. */
export function withoutAddresses(output: string): string {
  return output.replace(/0x[0-9a-f…]+/g, '0x…');
}

/** The same, with one spelling for what the languages spell differently. */
export function normalised(output: string): string {
  return withoutAddresses(output)
    .replace(/\b(\d+\.\d) s\b/g, (_all, seconds: string) => `${String(Math.round(Number(seconds)))} s`)
    .replace(/ \d+\.\d kB\b/g, ' … kB')
    .replace(/\bTrue\b/g, 'true')
    .replace(/\bFalse\b/g, 'false')
    .replace(/ +$/gm, '');
}
