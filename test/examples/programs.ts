/** Runs the programs of the tour on virtual time and collects what they print, in TypeScript and in Python. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import * as asyncio from 'asyncio-ts';
import * as ts from 'typescript';
import type { Oracle } from '../conformance/oracle';

const FOLDER = join(__dirname, '../../docs/examples/tour');

type Require = (name: string) => unknown;
type Output = Pick<Console, 'log' | 'error'>;
type Program = (require: Require, exports: object, console: Output, process: unknown) => Promise<void>;
type ProgramConstructor = new (...parametersAndCode: string[]) => Program;

/** Makes functions that may say `await`, as the programs do at their top level. */
const AsyncFunction = (async () => undefined).constructor as ProgramConstructor;

/** A file of the tour. */
export function textOf(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

const newLoop = () => new asyncio.BaseEventLoop({ host: new asyncio.VirtualHost() });

/** The library, with loops whose time jumps: a program that sleeps for two seconds ends at once and says "2.0 s". */
const library = {
  ...asyncio,
  __esModule: true,
  new_event_loop: newLoop,
  run: <T>(main: asyncio.Coroutine<T>) => asyncio.run(main, { loop_factory: newLoop }),
};

async function runFile(file: string, console: Output, process: unknown): Promise<void> {
  const { outputText } = ts.transpileModule(textOf(file), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const require: Require = (name) => {
    if (name === 'asyncio-ts') return library;
    // `import('./04_run.js')`: a program whose end can be awaited.
    const done = runFile(name.replace(/^\.\/(.*)\.js$/, '$1.ts'), console, process);
    return { __esModule: true, then: done.then.bind(done) };
  };
  await new AsyncFunction('require', 'exports', 'console', 'process', outputText)(require, {}, console, process);
}

/** What a program of the tour prints; `args` are those of its command line. */
export async function run(file: string, ...args: string[]): Promise<{ output: string; errors: string; code: number }> {
  const output: string[] = [];
  const errors: string[] = [];
  let heapUsed = 0;
  // The true figures depend on when garbage is collected.
  const memoryUsage = () => ({ heapUsed: (heapUsed += 15_000_000) });
  const process = { argv: ['node', file, ...args], memoryUsage, exitCode: 0 };
  const console: Output = {
    log: (...values: unknown[]) => output.push(format(...values)),
    error: (...values: unknown[]) => errors.push(format(...values)),
  };
  await runFile(file, console, process);
  const joined = (lines: string[]) => lines.map((line) => `${line}\n`).join('');
  return { output: joined(output), errors: joined(errors), code: process.exitCode };
}

/** What a Python program of the tour prints. */
export async function runPython(oracle: Oracle, file: string): Promise<string> {
  const lines = await oracle.trace(`
import asyncio, contextlib, io

def program(trace, new_loop):
    def run(main):
        with asyncio.Runner(loop_factory=new_loop) as runner:
            return runner.run(main)

    asyncio.run = run
    asyncio.new_event_loop = new_loop
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(${JSON.stringify(textOf(file))}, ${JSON.stringify(file)}, 'exec'), {'__name__': '__main__'})
    for line in output.getvalue().splitlines():
        trace(line)
`);
  if (lines.pop()?.endsWith(' returned None') !== true) throw new Error(`${file} failed:\n${lines.join('\n')}`);
  // Each line of a trace begins with the time.
  return lines.map((line) => `${line.replace(/^\S+ /, '')}\n`).join('');
}

/** The output without what differs from run to run, and with one spelling for what the languages spell differently. */
export function normalised(output: string): string {
  return output
    .replace(/0x[0-9a-f…]+/g, '0x…')
    .replace(/\b(\d+\.\d) s\b/g, (_all, seconds: string) => `${String(Math.round(Number(seconds)))} s`)
    .replace(/ \d+\.\d kB\b/g, ' … kB')
    .replace(/\bTrue\b/g, 'true')
    .replace(/\bFalse\b/g, 'false')
    .replace(/ +$/gm, '');
}
